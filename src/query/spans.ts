/** Where one field was read: offsets into the text of the case, start inclusive, end exclusive. */
export interface FieldSpan {
  /** `decisionDate`, `rationale`, `specialties.0` … */
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

/** How a node keeps its spans: the fields' names, and start and end of each in turn. */
export interface StoredSpans {
  readonly spanFields: readonly string[] | null;
  readonly spanOffsets: readonly number[] | null;
}

/** The spans of a node, one per field. */
export function fieldSpans({ spanFields, spanOffsets }: StoredSpans): FieldSpan[] {
  return (spanFields ?? []).map((field, i) => ({
    field,
    start: spanOffsets?.[2 * i] ?? 0,
    end: spanOffsets?.[2 * i + 1] ?? 0,
  }));
}
