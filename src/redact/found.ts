/** What private data a letter may hold. */
export type RedactionKind =
  | 'NAME'
  | 'ADDRESS'
  | 'PHONE'
  | 'EMAIL'
  | 'CLAIM_NUMBER'
  | 'SOCIAL_SECURITY_NUMBER'
  | 'WCAB_NUMBER'
  | 'BIRTH_DATE';

/** Code of a letter's warning that tells how much of each kind was covered. */
export const REDACTED = 'REDACTED';

/** Private data in a text, from `start` to before `end`. */
export interface Found {
  readonly kind: RedactionKind;
  readonly start: number;
  readonly end: number;
}

/** One way of finding private data; what it finds may overlap, and has no order. */
export type Finder = (text: string) => Iterable<Found>;
