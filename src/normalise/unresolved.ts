import type { Citation, CitationRole, Determination, Resolution } from './determination.js';
import { fold } from './names.js';

/** Words that name a guideline and were not resolved to one, and how often they were met. */
export interface UnresolvedMention {
  readonly count: number;
  readonly resolution: Exclude<Resolution, 'RESOLVED'>;
  readonly role: CitationRole;
  /** As the citation has it: a source of the catalogue, or the words as written. */
  readonly source: string;
  /** As first met. */
  readonly mention: string;
  readonly candidates: readonly string[];
  /** A letter that has it: its case number, or the path of its file. */
  readonly example: string;
}

/** Counts what letters cite and the catalogue does not resolve; its size grows with the wordings, not with the letters. */
export class UnresolvedTally {
  readonly #mentions = new Map<string, UnresolvedMention>();
  #citations = 0;

  /** How many citations were looked at. */
  get citations(): number {
    return this.#citations;
  }

  add(determination: Determination): void {
    const example = determination.case.caseNumber ?? determination.source.path;
    for (const { citations } of determination.findings) {
      for (const citation of citations) this.#count(citation, example);
    }
  }

  /** The most frequent first; equals by their words. */
  mentions(): readonly UnresolvedMention[] {
    return [...this.#mentions.values()].sort((a, b) => b.count - a.count || (a.mention < b.mention ? -1 : 1));
  }

  #count({ resolution, role, source, raw, candidates }: Citation, example: string): void {
    this.#citations++;
    if (resolution === 'RESOLVED') return;
    const key = [resolution, role, fold(raw)].join('\n');
    const known = this.#mentions.get(key);
    this.#mentions.set(
      key,
      known
        ? { ...known, count: known.count + 1 }
        : { count: 1, resolution, role, source, mention: raw, candidates, example },
    );
  }
}
