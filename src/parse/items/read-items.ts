import type { LetterItem, Quote, Warning } from '../letter.js';
import { ITEM_PARTS, type ItemPart } from '../templates/template.js';

/** The items of a letter; warnings tell what is doubtful about them. */
export interface ReadItems {
  readonly items: readonly LetterItem[];
  readonly warnings: readonly Warning[];
}

const PART_NAMES: Readonly<Record<ItemPart, string>> = {
  claimsAdministratorGuideline: "the claims administrator's guideline",
  reviewerGuideline: "the reviewer's guideline",
  rationale: 'the rationale',
};

/** A warning when an item lacks a part that the items of its era have. */
export function lacking(
  item: Pick<LetterItem, ItemPart>,
  heading: Quote,
  parts: readonly ItemPart[] = ITEM_PARTS,
): Warning[] {
  const missing = parts.filter((part) => !item[part]).map((part) => PART_NAMES[part]);
  if (missing.length === 0) return [];
  const message = `The item lacks ${missing.join(', ')}: ${heading.value}`;
  return [{ code: 'INCOMPLETE_ITEM', message, span: heading.span }];
}

/** A warning for words that belong to no item. */
export function strayText({ value, span }: Quote): Warning {
  return { code: 'STRAY_TEXT', message: `Words that belong to no item: ${value.slice(0, 80)}`, span };
}
