import { acceptedUnder, citedLists } from '../guidelines.js';
import { countByList, countByPair, Sums, type Count } from '../histogram.js';
import type { Lists } from '../lists.js';
import { made } from '../made.js';
import type { FilterParameter, View } from '../view.js';

export interface GuidelineOutcomesParameters {
  readonly level: string;
  readonly source?: string | null;
  readonly guideline?: string | null;
  readonly roles?: readonly string[] | null;
  readonly filter: FilterParameter;
}

/** As statement `read/guideline-outcomes`. */
export function guidelineOutcomes(view: View, parameters: GuidelineOutcomesParameters): object[] {
  const { level, source, guideline, roles, filter } = parameters;
  const { store } = view;
  const cited = citedBy(view, level, roles ?? null);
  const sums = new Sums<number>();
  for (const [codes, count] of countByList(view, view.findings(filter), cited)) {
    for (const code of codes) sums.add(code, count);
  }
  const isUnder = acceptedUnder(store, guideline);
  return [...sums.entries()]
    .map(([code, count]) => ({ code, facts: store.guidelines.entry(code), count }))
    .filter(({ facts }) => facts.source !== null && facts.source === (source ?? facts.source))
    .filter(({ code }) => isUnder[code] === 1)
    .map(({ facts, count }) => ({ guidelineId: facts.id, ...count }));
}

/** For each finding the guidelines of a level that these parties cite. */
function citedBy(view: View, level: string, roles: readonly string[] | null): Lists<number> {
  return view.derived(`cited ${JSON.stringify([level, roles])}`, () =>
    citedLists(view.store, level, { roles }),
  );
}

export interface GuidelinePairsParameters {
  readonly role: string;
  readonly level: string;
  readonly withRole: string;
  readonly withLevel: string;
  readonly inPlace: boolean;
  readonly minFindings: number;
  readonly filter: FilterParameter;
}

/** As statement `read/guideline-pairs`. */
export function guidelinePairs(view: View, parameters: GuidelinePairsParameters): object[] {
  const { role, level, withRole, withLevel, inPlace, minFindings, filter } = parameters;
  const { store } = view;
  const isPair = pairTest(view, parameters);
  const ones = new Sums<number>();
  const others = new Sums<number>();
  const pairs = new Map<number, Sums<number>>();
  let findings = 0;
  let upheld = 0;
  const lists = [citedBy(view, level, [role]), citedBy(view, withLevel, [withRole])] as const;
  for (const [cited, citedWith, count] of countByPair(view.findings(filter), ...lists)) {
    const own = inPlace ? cited.filter((code) => !citedWith.includes(code)) : cited;
    const theirs = inPlace ? citedWith.filter((code) => !cited.includes(code)) : citedWith;
    findings += count.findings;
    upheld += count.upheld;
    for (const one of own) ones.add(one, count);
    for (const other of theirs) others.add(other, count);
    for (const one of own) {
      for (const other of theirs)
        if (isPair(one, other)) made(pairs, one, () => new Sums()).add(other, count);
    }
  }
  const row = (one: number | null, other: number | null, count: Count) => ({
    guidelineId: one === null ? null : store.guidelines.entry(one).id,
    withGuidelineId: other === null ? null : store.guidelines.entry(other).id,
    ...count,
  });
  return [
    ...(findings > 0 ? [row(null, null, { findings, upheld })] : []),
    ...[...ones.entries()].map(([one, count]) => row(one, null, count)),
    ...[...others.entries()].map(([other, count]) => row(null, other, count)),
    ...[...pairs].flatMap(([one, sums]) =>
      [...sums.entries()]
        .filter(([, count]) => count.findings >= minFindings)
        .map(([other, count]) => row(one, other, count)),
    ),
  ];
}

/** Of one party: each pair once, and no pair of a guideline with itself or one above it. */
function pairTest(
  { store }: View,
  { role, level, withRole, withLevel }: GuidelinePairsParameters,
): (one: number, other: number) => boolean {
  const id = (code: number) => store.guidelines.entry(code).id;
  if (role !== withRole) return () => true;
  if (level === withLevel) return (one, other) => id(one) < id(other);
  return (one, other) => !id(other).startsWith(`${id(one)} > `) && !id(one).startsWith(`${id(other)} > `);
}
