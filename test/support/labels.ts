import type { FindingFilter } from '../../src/query/filter/filters.js';
import type { Determination } from '../../src/normalise/determination.js';
import { determination, finding } from './determinations.js';

/** Of signs that are more than one byte, more than one unit of a string (in an order of their own), or small in a way of their own. */
const LABELS = [
  'Größe ÜBER (50%) [MRI].*',
  'größe über (50%) [mri].*',
  'MRI',
  'Prescription of Naprosyn\\Anaprox 550mg #60?',
  'mri $1 ^x|y+',
  'İstanbul brace',
  'ΟΔΥΣΣΕΥΣ ΣΑΣ',
  '😀 brace',
  '\uFFFD brace',
  'é',
  'e\u0301',
  'z',
];

/** Letters of such labels. */
export const ODD_LABELS: readonly Determination[] = [
  determination('CM17-0700001', { findings: LABELS.map((label) => finding({ label })) }),
  determination('CM17-0700002', {
    findings: [...LABELS].reverse().map((label) => finding({ label, decision: 'OVERTURNED' })),
  }),
];

/** Also of two labels that follow one another, which none holds. */
const PARTS = [
  ...['mri', 'MRI', 'Über', 'ÖSS', 'öß', 'ss', '.*', '[mri]', '(50%)', '\\', '?', '$1 ^x|y+', '|', ' '],
  ...['', 'i', 'İ', 'σας', 'ΣΑΣ', '😀', '\uFFFD', 'é', 'e\u0301', 'brace', 'no label holds this'],
  ...['.*mri', 'mriprescription', 'brace\uFFFD', 'éz', 'z\u00ff', '\u00ff'],
];

export const LABEL_FILTERS: readonly FindingFilter[] = [
  ...PARTS.map((part) => ({ label: { contains: [part] } })),
  { label: { contains: ['über', 'no label holds this', 'naprosyn'] } },
  { label: { contains: PARTS.filter((part) => part.length > 2) } },
  { label: { contains: [] } },
];

/** Where pages begin: at labels, between them, before and behind all. */
export const LABEL_PLACES = [
  '',
  'mri',
  'mri of',
  'größe über (50%) [mri].*',
  'MRI',
  '😀',
  '\uFFFE',
  'é',
  'm',
  null,
];
