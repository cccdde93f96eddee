import type { SearchField as Field } from '../../query/search/lucene.js';
import type { SearchOrder as Order } from '../../query/search/search.js';
import { enumOf } from './enums.js';

export const SearchField = enumOf<Field>('SearchField', 'Which text of a finding is searched.', {
  LABEL: 'The item under review, as the letter words it. Its score counts twice.',
  RATIONALE: "The reviewer's reasons.",
  SUMMARY: 'The clinical case summary of its letter, shared by all its findings. Its score counts half.',
});

export const SearchOrder = enumOf<Order>(
  'SearchOrder',
  'How the findings of a search are put in order; equals by id.',
  {
    RELEVANCE: 'The best match first.',
    DECISION_DATE: 'The latest decided first; those whose letter states no such date last.',
  },
);
