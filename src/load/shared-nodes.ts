import type { SharedNode } from './encoding.js';

interface Entry {
  readonly node: SharedNode;
  /** Letters that use it, and nodes that are part of it. */
  uses: number;
  readonly parents: Set<string>;
}

/** Nodes that letters share: made by the letter that needs one first, gone with the last one that does. */
export class SharedNodes {
  readonly #entries = new Map<string, Entry>();

  get size(): number {
    return this.#entries.size;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  /** Makes sure that a node is there; one that is keeps its properties. It is part of its parent in any case. */
  add(node: SharedNode): void {
    let entry = this.#entries.get(node.id);
    if (entry === undefined) {
      entry = { node, uses: 0, parents: new Set() };
      this.#entries.set(node.id, entry);
    }
    const { parentId = null } = node;
    if (parentId === null || entry.parents.has(parentId)) return;
    entry.parents.add(parentId);
    this.use(parentId);
  }

  use(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Error(`${id} is used before it is there`);
    entry.uses++;
  }

  release(id: string): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) entry.uses--;
  }

  /** Takes away those of the nodes that nothing needs any more, and their parents after them; returns what went. */
  prune(ids: Iterable<string>): SharedNode[] {
    const gone: SharedNode[] = [];
    const candidates = [...ids];
    for (let id = candidates.pop(); id !== undefined; id = candidates.pop()) {
      const entry = this.#entries.get(id);
      if (entry === undefined || entry.uses > 0) continue;
      this.#entries.delete(id);
      gone.push(entry.node);
      for (const parent of entry.parents) {
        this.release(parent);
        candidates.push(parent);
      }
    }
    return gone;
  }

  *nodes(): Generator<SharedNode> {
    for (const { node } of this.#entries.values()) yield node;
  }

  /** From each node to what it is part of. */
  *edges(): Generator<readonly [id: string, parentId: string]> {
    for (const [id, { parents }] of this.#entries) for (const parent of parents) yield [id, parent];
  }
}
