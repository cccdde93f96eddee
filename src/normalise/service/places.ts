import type { Span } from '../../parse/letter.js';

/** Where the facts of a service stand in its label: `modality`, `bodyRegions.0`, `drug.strength` … */
export type Places = Record<string, Span>;

/** A value with the offsets in the label that it was read from. */
export interface Found<T> {
  readonly value: T;
  readonly start: number;
  readonly end: number;
}
