import { useId, useState } from 'react';
import { count, day } from '../parts/numbers.js';
import { words } from '../parts/words.js';
import { CHOOSABLE, useChoices } from './choices.js';
import {
  DAY_FIELDS,
  FIELD_NAMES,
  isEmpty,
  LIST_FIELDS,
  type DayField,
  type Filter,
  type ListField,
} from './filter.js';

interface FilterProps {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
  /** What is narrowed, for those who hear the page. */
  readonly label?: string;
}

/** What narrows the page: each condition with a button that takes it away, and a form for more. */
export function FilterBar({ filter, onChange, label = 'Filter' }: FilterProps) {
  return (
    <section className="filter" aria-label={label}>
      <Conditions filter={filter} onChange={onChange} />
      <Form filter={filter} onChange={onChange} />
    </section>
  );
}

function Conditions({ filter, onChange }: FilterProps) {
  if (isEmpty(filter)) return <p className="quiet">All findings.</p>;
  const lists = LIST_FIELDS.flatMap((field) => (filter[field] ?? []).map((value) => ({ field, value })));
  return (
    <ul className="conditions">
      {lists.map(({ field, value }) => (
        <Condition
          key={`${field} ${value}`}
          text={`${FIELD_NAMES[field]}: ${valueWords(field, value)}`}
          onRemove={() => onChange(without(filter, field, value))}
        />
      ))}
      {DAY_FIELDS.map((field) => {
        const value = filter[field];
        if (value === undefined) return null;
        const text = `Decided ${field} ${day(value)}`;
        return <Condition key={field} text={text} onRemove={() => onChange(withDay(filter, field, ''))} />;
      })}
      {filter.decisive === true && (
        <Condition
          text="As a reason for the decision"
          onRemove={() => onChange({ ...filter, decisive: false })}
        />
      )}
      <li>
        <button className="link" onClick={() => onChange({})}>
          Clear all
        </button>
      </li>
    </ul>
  );
}

/** Names of the schema in words, guidelines without the type of their ids; what letters say as it is. */
function valueWords(field: ListField, value: string): string {
  if (['decision', 'role', 'criterion', 'status'].includes(field)) return words(value);
  return value.replace(/^Guideline:/, '');
}

function Condition({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <li className="chip">
      {text}
      <button aria-label={`Remove ${text}`} onClick={onRemove}>
        ×
      </button>
    </li>
  );
}

function Form({ filter, onChange }: FilterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>Narrow</summary>
      {isOpen && (
        <div className="fields">
          {CHOOSABLE.map((field) => (
            <ListChoice
              key={field}
              field={field}
              chosen={filter[field] ?? []}
              onChoose={(value) => onChange({ ...filter, [field]: [...(filter[field] ?? []), value] })}
            />
          ))}
          {DAY_FIELDS.map((field) => (
            <label key={field}>
              Decided {field}
              <input
                type="date"
                value={filter[field] ?? ''}
                onChange={({ target }) => onChange(withDay(filter, field, target.value))}
              />
            </label>
          ))}
        </div>
      )}
    </details>
  );
}

interface ListChoiceProps {
  readonly field: ListField;
  readonly chosen: readonly string[];
  readonly onChoose: (value: string) => void;
}

/** Chosen values are above the form; here is what can be added. */
function ListChoice({ field, chosen, onChoose }: ListChoiceProps) {
  const id = useId();
  const choices = useChoices(field);
  const rest = choices?.filter(({ value }) => !chosen.includes(value)) ?? [];
  return (
    <label htmlFor={id}>
      {FIELD_NAMES[field]}
      <select id={id} value="" disabled={rest.length === 0} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{placeholder(choices === undefined, chosen.length)}</option>
        {rest.map(({ value, label, findings }) => (
          <option key={value} value={value}>
            {findings === undefined ? label : `${label} (${count(findings)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

function placeholder(isLoading: boolean, chosen: number): string {
  if (isLoading) return 'Loading …';
  return chosen === 0 ? 'Any' : 'Or also …';
}

function without(filter: Filter, field: ListField, value: string): Filter {
  const { [field]: values = [], ...rest } = filter;
  const left = values.filter((each) => each !== value);
  return left.length === 0 ? rest : { ...rest, [field]: left };
}

function withDay(filter: Filter, field: DayField, value: string): Filter {
  const { [field]: _, ...rest } = filter;
  return value === '' ? rest : { ...rest, [field]: value };
}
