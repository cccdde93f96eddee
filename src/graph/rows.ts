import type { CaseRecord, FindingRecord } from './records.js';

/** Cases as `write/cases` takes them: rows name shared nodes by their place in the lists of ids. */
export interface CaseRows {
  readonly reviewers: readonly string[];
  readonly items: readonly string[];
  readonly guidelines: readonly string[];
  readonly cases: readonly object[];
}

/** Ids in the order in which they are first asked for. */
class Places {
  readonly #places = new Map<string, number>();

  of(id: string): number {
    const place = this.#places.get(id) ?? this.#places.size;
    this.#places.set(id, place);
    return place;
  }

  get ids(): string[] {
    return [...this.#places.keys()];
  }
}

/** An edge of a finding to a guideline. */
export interface Edge {
  readonly guidelineId: string;
  readonly properties: object;
}

/**
 * Lays out cases for writing.
 * @param quoted by id of the finding: edges to the criteria that it quotes
 */
export function toRows(
  records: readonly CaseRecord[],
  quoted: ReadonlyMap<string, readonly Edge[]>,
): CaseRows {
  const [reviewers, items, guidelines] = [new Places(), new Places(), new Places()];
  const edgeRows = (edges: readonly Edge[]) =>
    edges.map(({ guidelineId, properties }) => ({ guideline: guidelines.of(guidelineId), properties }));
  const findingRow = (finding: FindingRecord) => ({
    item: items.of(finding.item.id),
    properties: finding.properties,
    cited: edgeRows(finding.citations.flatMap(({ edges }) => edges)),
    applied: edgeRows(
      finding.applied.map(({ nodes, properties }) => ({ guidelineId: nodes.criterion.id, properties })),
    ),
    quoted: edgeRows(quoted.get(finding.id) ?? []),
  });
  const cases = records.map(({ id, properties, reviewer, findings }) => ({
    id,
    reviewer: reviewers.of(reviewer.id),
    properties: { ...properties, id },
    findings: findings.map(findingRow),
  }));
  return { reviewers: reviewers.ids, items: items.ids, guidelines: guidelines.ids, cases };
}
