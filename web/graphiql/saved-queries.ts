import { Kind, parse, valueFromASTUntyped } from 'graphql';
import { FIRST_TABS, TOPICS } from './topics.js';

/** One operation of schema/operations, as a tab of the editor takes it. */
export interface SavedQuery {
  readonly name: string;
  /** What it answers: the comment that it begins with. */
  readonly question: string;
  readonly query: string;
  /** As JSON: what its variables are by default. */
  readonly variables: string;
}

const texts = import.meta.glob<string>('../../schema/operations/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function savedQuery(name: string): SavedQuery {
  const query = texts[`../../schema/operations/${name}.graphql`];
  if (query === undefined) throw new Error(`There is no saved query ${name}.`);
  const comment = /^(?:#.*\n)+/.exec(query)?.[0] ?? '';
  const question = comment.replaceAll(/^# ?/gm, '').replaceAll('\n', ' ').trim();
  return { name, question, query, variables: defaultsOf(query) };
}

/** Filled in, so that one changes a value rather than looks for its name; null where there is no default. */
function defaultsOf(query: string): string {
  const variables = parse(query).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [],
  );
  if (variables.length === 0) return '';
  const values = variables.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue === undefined ? null : valueFromASTUntyped(defaultValue),
  ]);
  return JSON.stringify(Object.fromEntries(values), null, 2);
}

/** All saved queries by topic. */
export const savedQueries: readonly (readonly [topic: string, queries: readonly SavedQuery[]])[] =
  Object.entries(TOPICS).map(([topic, names]) => [topic, names.map(savedQuery)]);

/** The tabs of a first visit: the headline first. */
export const defaultTabs = FIRST_TABS.map(savedQuery);
