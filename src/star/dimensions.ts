import type { GraphClient } from '../graph/client.js';
import { unknownOf } from '../graph/pages.js';
import { daysOfYear } from './calendar.js';
import { Keys } from './keys.js';
import { guidelinesOf, type StarCase } from './letters.js';
import type { Put } from './table.js';
import * as tables from './tables.js';

interface Reviewer {
  readonly id: string;
  readonly specialties: readonly string[];
  readonly licensureStates: readonly string[];
}

interface Item {
  readonly id: string;
  readonly name: string;
  readonly modality: string | null;
  readonly category: string | null;
  readonly bodyRegions: readonly string[];
}

interface Guideline {
  readonly id: string;
  readonly level: string;
  readonly name: string;
  readonly source: string | null;
  readonly kind: string | null;
  readonly edition: number | null;
  readonly resolution: string | null;
  readonly parentId: string | null;
}

/** What those below a guideline need of it. */
export interface GuidelineEntry {
  readonly key: number;
  readonly parentKey: number | null;
  /** The source that it is or lies in; null when it lies in none. */
  readonly sourceKey: number | null;
  readonly chapter: string | null;
  readonly topic: string | null;
}

/** The dimensions that cases share: which numbers they have, and which are to be told of first. */
export class Dimensions {
  readonly years = new Set<number>();
  readonly reviewers = new Keys();
  readonly specialties = new Keys();
  readonly items = new Keys();
  readonly guidelines = new Keys<GuidelineEntry>();
  private readonly above = new Map<number, number | null>();

  /** Takes a guideline up that is told of already. */
  addGuideline(id: string, entry: GuidelineEntry): void {
    this.guidelines.set(id, entry);
    this.above.set(entry.key, entry.parentKey);
  }

  /** Tells of all that the cases refer to and that was not told of yet. */
  async prepare(client: GraphClient, cases: readonly StarCase[], put: Put): Promise<void> {
    for (const { decisionDate } of cases) if (decisionDate !== null) this.addYear(decisionDate, put);
    await this.addReviewers(client, cases, put);
    await this.addItems(client, cases, put);
    await this.addGuidelines(client, cases, put);
  }

  /** Whether all that the case refers to is there: it is not when it was read in the midst of a change, which is read later. */
  knows({ reviewerId, findings }: StarCase): boolean {
    return (
      this.reviewers.has(reviewerId) &&
      findings.every(
        ({ itemId, citations, applied }) =>
          this.items.has(itemId) && [...citations, ...applied].every(([id]) => this.guidelines.has(id)),
      )
    );
  }

  private addYear(date: string, put: Put): void {
    const year = Number(date.slice(0, date.indexOf('-', 1)));
    if (this.years.has(year)) return;
    this.years.add(year);
    for (const day of daysOfYear(year)) put(tables.dimDate, day);
  }

  private async addReviewers(client: GraphClient, cases: readonly StarCase[], put: Put): Promise<void> {
    const ids = cases.map(({ reviewerId }) => reviewerId);
    const isKnown = (id: string) => this.reviewers.has(id);
    const reviewers = unknownOf<Reviewer>(client, 'read/reviewers-by-id', ids, isKnown);
    for await (const reviewer of reviewers) {
      const { id, specialties, licensureStates } = reviewer;
      const key = this.reviewers.next();
      this.reviewers.set(id, { key });
      put(tables.dimReviewerProfile, {
        reviewer_profile_key: key,
        reviewer_profile_id: id,
        specialties: joined(specialties),
        licensure_states: joined(licensureStates),
      });
      for (const specialty of new Set(specialties)) {
        const specialty_key = this.specialtyKey(specialty, put);
        put(tables.bridgeReviewerSpecialty, { reviewer_profile_key: key, specialty_key });
      }
      for (const state of new Set(licensureStates)) {
        put(tables.bridgeReviewerState, { reviewer_profile_key: key, licensure_state: state });
      }
    }
  }

  private specialtyKey(specialty: string, put: Put): number {
    if (!this.specialties.has(specialty)) {
      const key = this.specialties.next();
      this.specialties.set(specialty, { key });
      put(tables.dimSpecialty, { specialty_key: key, specialty });
    }
    return this.specialties.get(specialty).key;
  }

  private async addItems(client: GraphClient, cases: readonly StarCase[], put: Put): Promise<void> {
    const ids = cases.flatMap(({ findings }) => findings.map(({ itemId }) => itemId));
    const isKnown = (id: string) => this.items.has(id);
    const items = unknownOf<Item>(client, 'read/items-by-id', ids, isKnown);
    for await (const item of items) {
      const { id, name, modality, category, bodyRegions } = item;
      const key = this.items.next();
      this.items.set(id, { key });
      put(tables.dimItem, {
        item_key: key,
        item_id: id,
        item: name,
        service: modality,
        category,
        body_regions: joined(bodyRegions),
      });
      for (const region of new Set(bodyRegions)) {
        put(tables.bridgeItemBodyRegion, { item_key: key, body_region: region });
      }
    }
  }

  /** Those above come first. */
  private async addGuidelines(client: GraphClient, cases: readonly StarCase[], put: Put): Promise<void> {
    const found: Guideline[][] = [];
    const isKnown = (id: string) => this.guidelines.has(id);
    let ids = cases.flatMap(guidelinesOf);
    while (ids.length > 0) {
      const level: Guideline[] = [];
      const guidelines = unknownOf<Guideline>(client, 'read/guidelines-by-id', ids, isKnown);
      for await (const guideline of guidelines) level.push(guideline);
      found.unshift(level);
      ids = level.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
    }
    // A level may hold again what a lower one had: a source that is cited itself.
    for (const guideline of found.flat()) {
      const { id, parentId } = guideline;
      const isAboveThere = parentId === null || this.guidelines.has(parentId);
      if (isAboveThere && !this.guidelines.has(id)) this.putGuideline(guideline, put);
    }
  }

  private putGuideline(guideline: Guideline, put: Put): void {
    const { id, level, name, source, kind, edition, resolution, parentId } = guideline;
    const parent = parentId === null ? undefined : this.guidelines.get(parentId);
    const key = this.guidelines.next();
    const parentKey = parent?.key ?? null;
    const chapter = level === 'CHAPTER' ? name : (parent?.chapter ?? null);
    const topic = level === 'TOPIC' ? name : (parent?.topic ?? null);
    const sourceKey = level === 'SOURCE' ? key : (parent?.sourceKey ?? null);
    this.addGuideline(id, { key, parentKey, sourceKey, chapter, topic });
    put(tables.dimGuideline, {
      guideline_key: key,
      guideline_id: id,
      guideline: name,
      level,
      source,
      chapter,
      topic,
      criterion_kind: kind,
      edition,
      resolution,
      parent_key: parentKey,
      source_key: sourceKey,
    });
    for (let ancestor: number | null = key; ancestor !== null; ancestor = this.above.get(ancestor) ?? null) {
      put(tables.bridgeGuidelineAncestor, { guideline_key: key, ancestor_key: ancestor });
    }
  }
}

function joined(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('; ');
}
