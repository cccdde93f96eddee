import type { GraphClient } from '../graph/client.js';
import { unknownOf } from '../graph/pages.js';
import { changesSince, currentVersion, type GraphVersion } from '../graph/version.js';
import { compacted } from './compaction.js';
import {
  allFacts,
  factsOf,
  type CaseFacts,
  type GuidelineFacts,
  type ItemFacts,
  type ReviewerFacts,
} from './facts.js';
import { Store } from './store.js';
import { View } from './view.js';

/** Beyond this share of rows that are no longer alive the store is built anew. */
const MOST_WASTE = 0.4;

/** Of more changed cases, and more than a third of all, all are read anew. */
const FEW_CHANGES = 20_000;

/** Which state the columns hold. */
export interface State {
  readonly store: Store;
  readonly version: GraphVersion;
}

/**
 * Keeps the columns in step with the graph. The reads of one client see what those before them saw, so that a version that was
 * read is followed by facts that are at least as new: what changes meanwhile may be seen in part, and is read again with its own
 * change, which comes later.
 */
export class Follower {
  private state: State | undefined;
  private view: View | undefined;
  private settled: string | undefined;
  private catching: Promise<boolean> | undefined;

  /** @param client of its own: statements run for nobody's request */
  constructor(private readonly client: GraphClient) {}

  get version(): GraphVersion | undefined {
    return this.state?.version;
  }

  /** The token of the version that the last look at the graph found there, if the columns hold it and it is settled. */
  get settledToken(): string | undefined {
    return this.settled;
  }

  get store(): Store | undefined {
    return this.state?.store;
  }

  /** Takes up what was kept of an earlier run. */
  resume(state: State): void {
    this.state = state;
    this.view = undefined;
  }

  /** Whether the columns hold what the graph held when this was called, or newer; undefined while they have to be built. */
  async current(): Promise<View | undefined> {
    const version = await currentVersion(this.client);
    this.settled = undefined;
    if (this.state === undefined || version === undefined) return undefined;
    if (this.state.version.token !== version.token && !(await this.caughtUp(this.state))) {
      this.state = undefined;
      this.view = undefined;
      return undefined;
    }
    if (version.settled && this.state.version.token === version.token) this.settled = version.token;
    return (this.view ??= new View(this.state.store));
  }

  /**
   * Reads all cases. What changes meanwhile is caught up with by `current`.
   * @param onProgress told how many cases were read
   * @returns false when the graph has no version yet: nobody has ever written to it
   */
  async build(onProgress?: (cases: number) => void): Promise<boolean> {
    const version = await currentVersion(this.client);
    if (version === undefined) return false;
    const store = new Store();
    let cases = 0;
    for await (const facts of allFacts(this.client)) {
      await this.put(store, facts);
      cases += facts.length;
      onProgress?.(cases);
    }
    this.resume({ store, version });
    return true;
  }

  /**
   * Lets go of everything that only cases had which are gone by now. It may be asked meanwhile: what changes until then is caught up with
   * by `current` once more.
   * @returns whether there was anything
   */
  async forget(): Promise<boolean> {
    if (this.state?.store.hasRemains !== true) return false;
    const { store, version } = this.state;
    const next = await compacted(store);
    while (this.catching !== undefined) await this.catching.catch(() => undefined);
    // Otherwise all was read anew meanwhile.
    if (this.store === store) this.resume({ store: next, version });
    return true;
  }

  private async caughtUp(state: State): Promise<boolean> {
    this.catching = this.catchUp(state);
    try {
      return await this.catching;
    } finally {
      this.catching = undefined;
    }
  }

  /** @returns false when all has to be read anew */
  private async catchUp({ store, version }: State): Promise<boolean> {
    const changes = await changesSince(this.client, version);
    if (changes === undefined) return false;
    const { cases } = changes;
    if (cases.length > Math.max(FEW_CHANGES, store.size.cases / 3) || store.waste > MOST_WASTE) return false;
    for (const id of cases) store.remove(id);
    for await (const facts of factsOf(this.client, cases)) await this.put(store, facts);
    this.resume({ store, version: changes.version });
    return true;
  }

  /** Adds cases, after the nodes that they share with others. */
  private async put(store: Store, facts: readonly CaseFacts[]): Promise<void> {
    await this.addItems(store, facts);
    await this.addReviewers(store, facts);
    await this.addGuidelines(store, facts);
    for (const each of facts) if (isWhole(store, each)) store.put(each);
  }

  private async addItems(store: Store, facts: readonly CaseFacts[]): Promise<void> {
    const ids = facts.flatMap(({ findings }) => findings.map(([, , itemId]) => itemId));
    const isKnown = (id: string) => store.items.find(id) !== undefined;
    const items = unknownOf<ItemFacts>(this.client, 'read/items-by-id', ids, isKnown);
    for await (const { id, name, modality, category, bodyRegions } of items) {
      store.items.add({ id, name, modality, category, bodyRegions });
    }
  }

  private async addReviewers(store: Store, facts: readonly CaseFacts[]): Promise<void> {
    const ids = facts.map(({ reviewerId }) => reviewerId);
    const isKnown = (id: string) => store.reviewers.find(id) !== undefined;
    const reviewers = unknownOf<ReviewerFacts>(this.client, 'read/reviewers-by-id', ids, isKnown);
    for await (const { id, specialties, licensureStates } of reviewers) {
      store.reviewers.add({ id, specialties, licensureStates });
    }
  }

  /** With all above them. */
  private async addGuidelines(store: Store, facts: readonly CaseFacts[]): Promise<void> {
    let ids = facts.flatMap(({ findings }) => findings.flatMap(guidelineIds));
    const isKnown = (id: string) => store.guidelines.find(id) !== undefined;
    while (ids.length > 0) {
      const above: string[] = [];
      const nodes = unknownOf<GuidelineFacts>(this.client, 'read/guidelines-by-id', ids, isKnown);
      for await (const { id, level, name, source, edition, kind, parentId } of nodes) {
        store.guidelines.add({ id, level, name, source, edition, kind, parentId });
        if (parentId !== null) above.push(parentId);
      }
      ids = above;
    }
  }
}

function guidelineIds([, , , , , , , , , citations, applied]: CaseFacts['findings'][number]): string[] {
  return [...citations.map(([, , id]) => id), ...applied.map(([id]) => id)];
}

/** Whether all nodes that it refers to are there: they are not when it was read in the midst of a change, which is read later. */
function isWhole({ items, reviewers, guidelines }: Store, { reviewerId, findings }: CaseFacts): boolean {
  return (
    reviewers.find(reviewerId) !== undefined &&
    findings.every(
      (finding) =>
        items.find(finding[2]) !== undefined &&
        guidelineIds(finding).every((id) => guidelines.find(id) !== undefined),
    )
  );
}
