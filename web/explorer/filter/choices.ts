import { graphql } from '../api/graphql.js';
import { useAnswer } from '../api/use-answer.js';
import type { Enum } from '../api/graphql.js';
import { words } from '../parts/words.js';
import type { ListField } from './filter.js';

const CHOICES = graphql(`
  query FilterChoices($by: Dimension!) {
    outcomes(groupBy: [$by], first: 100, orderBy: { field: FINDINGS, direction: DESC }) {
      nodes {
        findings
        values {
          value
        }
      }
    }
  }
`);

/** What conditions can be chosen from what letters hold. */
const DIMENSIONS: Readonly<Partial<Record<ListField, Enum<'Dimension'>>>> = {
  modality: 'MODALITY',
  bodyRegion: 'BODY_REGION',
  category: 'CATEGORY',
  drugClass: 'DRUG_CLASS',
  drug: 'DRUG',
  specialty: 'SPECIALTY',
  source: 'GUIDELINE_SOURCE',
};

/** What others can be, in words. */
const NAMED: Readonly<Partial<Record<ListField, readonly string[]>>> = {
  decision: ['UPHELD', 'OVERTURNED'],
};

/** The conditions that one can choose; the others come from links. */
export const CHOOSABLE = [...Object.keys(DIMENSIONS), ...Object.keys(NAMED)] as ListField[];

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly findings?: number;
}

/** What a condition can be, most frequent first; undefined while that is not known. */
export function useChoices(field: ListField): readonly Choice[] | undefined {
  const by = DIMENSIONS[field];
  const { data } = useAnswer(CHOICES, { by: by ?? 'MODALITY' }, { enabled: by !== undefined });
  if (by === undefined) return NAMED[field]?.map((value) => ({ value, label: words(value) })) ?? [];
  return data?.outcomes.nodes.map(({ findings, values }) => {
    const value = values[0]?.value ?? '';
    return { value, label: value, findings };
  });
}
