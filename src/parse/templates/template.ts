import type { LetterDates } from '../letter.js';

/** A table of "label: value" pairs above the first heading. */
export interface HeaderTable {
  readonly caseNumberLabel: string;
  readonly priorityLabel: string;
  readonly dateLabels: Readonly<Partial<Record<keyof LetterDates, string>>>;
  /** Labels that the layout tears apart, put together again before the table is read. */
  readonly repairs: readonly { readonly torn: RegExp; readonly whole: string }[];
}

/** The labels that open the parts of an item, each followed by its words, in the order in which letters have them. */
export type ItemLabels = Readonly<
  Record<'claimsAdministratorGuideline' | 'reviewerGuideline' | 'rationale', string>
>;

/**
 * One era of the letter, as data. Phrases are the letter's own words, compared exactly but for line breaks; each
 * stands at the start of a line.
 */
export interface Template {
  readonly name: string;
  /** Phrases that every whole letter of the era has; the share that is found says how well a text fits. */
  readonly signs: readonly string[];
  /** Phrases that no letter of the era has: one of them rules it out. */
  readonly ruledOutBy: readonly string[];
  readonly header?: HeaderTable;
  /** Headings, each on its own line. */
  readonly headings: { readonly reviewer: string; readonly summary: string; readonly items: string };
  /** Set sentences that open a section, after which the section's own words begin. */
  readonly leads: readonly string[];
  /** Labels of the reviewer's credentials, where the era has them. */
  readonly credentials: { readonly states: string; readonly specialties: string };
  readonly itemLabels: ItemLabels;
}

/** All labels of a header table. */
export function headerLabels({ caseNumberLabel, priorityLabel, dateLabels }: HeaderTable): readonly string[] {
  return [caseNumberLabel, priorityLabel, ...Object.values(dateLabels)];
}
