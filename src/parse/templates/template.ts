import type { Decision, LetterDates } from '../letter.js';

/** A table of "label: value" pairs above the first heading. Where a field has several labels, the era varies them. */
export interface HeaderTable {
  readonly caseNumberLabels: readonly string[];
  readonly priorityLabels: readonly string[];
  readonly dateLabels: Readonly<Partial<Record<keyof LetterDates, readonly string[]>>>;
  /** Labels whose values are not read; they end the value before them. */
  readonly otherLabels: readonly string[];
  /** Whether every whole letter of the era has all of these fields; if so, one that is missing is worth a warning. */
  readonly isComplete: boolean;
  /** Labels that the layout tears apart, put together again before the table is read. */
  readonly repairs: readonly { readonly torn: RegExp; readonly whole: string }[];
}

/** The parts of a letter, named for what they hold; each heading opens one, and what stands above all is the header. */
export type SectionName =
  | 'reviewer'
  | 'summary'
  | 'documents'
  | 'decisions'
  | 'items'
  | 'issue'
  | 'guidelines'
  | 'rationale'
  | 'closing';

/** The labelled parts of an item, in the order in which letters have them. */
export const ITEM_PARTS = ['claimsAdministratorGuideline', 'reviewerGuideline', 'rationale'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** How an era tells what was decided on each item; `form` selects the reader (src/parse/items). */
export type ItemsForm =
  /** A heading that ends in the decision, then labelled parts. */
  | {
      readonly form: 'headed';
      /** The heading ends in ": Upheld", or says that the request "is not medically necessary and appropriate". */
      readonly decidedBy: 'word' | 'sentence';
      readonly labels: Readonly<Record<ItemPart, readonly string[]>>;
      /** Whether a guideline label is the beginning of its sentence and so belongs to the words of the guideline. */
      readonly labelsAreSentences: boolean;
    }
  /** Numbered sentences that announce each decision, then a part for each number that reasons it. */
  | {
      readonly form: 'announced';
      readonly announcement: readonly string[];
      readonly regarding: readonly string[];
      readonly rationale: readonly string[];
    }
  /** The issue at dispute, and one rationale whose heading tells the decision. */
  | { readonly form: 'issue'; readonly rationale: Readonly<Record<Decision, readonly string[]>> };

/**
 * One era of the letter, as data. Phrases are the letter's own words, compared without regard to line breaks; each
 * stands at the start of a line. Headings and labels may also be written in other case or with a slip of the pen.
 */
export interface Template {
  readonly name: string;
  /** Phrases that every whole letter of the era has; the share that is found says how well a text fits. */
  readonly signs: readonly string[];
  /** Phrases that no letter of the era has: one of them rules it out. */
  readonly ruledOutBy: readonly string[];
  /** An era whose letters look like those of another and differ in their date alone. */
  readonly follows?: { readonly template: string; /** ISO 8601, inclusive. */ readonly from: string };
  readonly header?: HeaderTable;
  /** Words that stand directly before a date, for eras that tell their dates in sentences. */
  readonly statedDates?: Readonly<Partial<Record<keyof LetterDates, readonly string[]>>>;
  /** Headings; the first of each section is the usual wording. */
  readonly headings: Readonly<Partial<Record<SectionName, readonly string[]>>>;
  /** Set sentences that open a section, after which the section's own words begin. */
  readonly leads: readonly string[];
  /** The word that opens a sentence above the summary which is no part of it. */
  readonly disclaimer?: string;
  /** Labels of the reviewer's credentials, where the era has them. */
  readonly credentials?: { readonly states: string; readonly specialties: string };
  readonly items: ItemsForm;
}

/** All labels of a header table. */
export function headerLabels(table: HeaderTable): readonly string[] {
  const { caseNumberLabels, priorityLabels, dateLabels, otherLabels } = table;
  return [...caseNumberLabels, ...priorityLabels, ...Object.values(dateLabels).flat(), ...otherLabels];
}

/** The usual wording of each heading, in the order in which a template gives them. */
export function usualHeadings({ headings }: Pick<Template, 'headings'>): readonly string[] {
  return Object.values(headings).flatMap(([usual = '']) => (usual === '' ? [] : [usual]));
}
