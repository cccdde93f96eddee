import type { CaseRecord } from './records.js';

/** What is compared of a record: all that a plan needs to know. */
export type PlannedRecord = Pick<CaseRecord, 'id' | 'factsHash' | 'parserVersion'>;

/** What the graph holds of a case; nulls when the case is new. */
export interface CaseState {
  readonly id: string;
  readonly factsHash: string | null;
  readonly parserVersion: string | null;
}

/** A case that is no more, since its files are read as those of another now. */
export interface Superseded {
  readonly id: string;
  /** Of the case in its place. */
  readonly caseId: string;
}

/** What became of one determination. */
export type WriteOutcome = 'ingested' | 'updated' | 'unchanged';

/** What a batch changes: at most one record per case. */
export interface WritePlan<Planned extends PlannedRecord = CaseRecord> {
  readonly creations: readonly Planned[];
  readonly replacements: readonly Planned[];
  /** Ids of cases that go. */
  readonly removals: readonly string[];
  /** One per record of the batch, in its order. */
  readonly outcomes: readonly WriteOutcome[];
}

/**
 * Decides what to do with each record of a batch. A new case is created. One that says the same as the graph, read by
 * the same parser, is left alone (another form of the same letter). Anything else replaces what is there: a corrected
 * letter, or a newer parser; of several for one case the last one stays. What is superseded goes, unless it is in the batch itself.
 */
export function planWrites<Planned extends PlannedRecord>(
  states: readonly CaseState[],
  records: readonly Planned[],
  superseded: readonly Superseded[] = [],
): WritePlan<Planned> {
  const current = new Map<string, CaseState>(states.map((state) => [state.id, state]));
  const fresh = new Set(states.filter(({ factsHash }) => factsHash === null).map(({ id }) => id));
  const chosen = new Map<string, Planned>();
  const successors = new Set(superseded.map(({ caseId }) => caseId));
  const outcomes = records.map((record): WriteOutcome => {
    const state = current.get(record.id);
    if (state?.factsHash === record.factsHash && state.parserVersion === record.parserVersion)
      return 'unchanged';
    const isNew = (state?.factsHash ?? null) === null;
    current.set(record.id, record);
    chosen.set(record.id, record);
    return isNew && !successors.has(record.id) ? 'ingested' : 'updated';
  });
  const writes = [...chosen.values()];
  const removals = new Set(
    superseded.map(({ id }) => id).filter((id) => !records.some((one) => one.id === id)),
  );
  return {
    creations: writes.filter(({ id }) => fresh.has(id)),
    replacements: writes.filter(({ id }) => !fresh.has(id)),
    removals: [...removals],
    outcomes,
  };
}
