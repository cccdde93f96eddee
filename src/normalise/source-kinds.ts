import sourcesData from './data/sources.json' with { type: 'json' };

/** What a source is: what the MTUS ranks evidence by begins with this. */
export type SourceKind = 'GUIDELINE' | 'REGULATION' | 'COVERAGE_POLICY' | 'LITERATURE' | 'REFERENCE';

/** The kind of each source of the catalogue, by its name. */
export const sourceKinds = Object.fromEntries(
  sourcesData.sources.map(({ name, kind }) => [name, kind]),
) as Readonly<Record<string, SourceKind>>;
