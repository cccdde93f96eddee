import type { Laterality as Side, Timing as When } from '../../normalise/determination.js';
import type { TextForm as Form } from '../../query/citation-lookup.js';
import { enumOf } from './enums.js';

export const TextForm = enumOf<Form>('TextForm', 'What a text is that names guidelines.', {
  PROSE:
    'Running text, as a rationale or a brief: sentences that name the MTUS, the ODG or ACOEM. Other sources are not looked for.',
  GUIDELINE_LINE:
    'The words of a guideline line, `Decision based on MTUS …`: all of them are citations, whatever the source.',
});

export const Laterality = enumOf<Side>('Laterality', 'Which side of the body.', {
  LEFT: 'The left side.',
  RIGHT: 'The right side.',
  BILATERAL: 'Both sides.',
});

export const Timing = enumOf<When>('Timing', 'When a service is given, as seen from a surgery.', {
  PRE_OPERATIVE: 'Before the surgery.',
  POST_OPERATIVE: 'After the surgery.',
});
