import type { SharedNode } from './letter-encoding.js';

interface Entry {
  readonly node: SharedNode;
  /** Letters that use it, and nodes that are part of it. */
  uses: number;
  readonly parentId: string | null;
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

  /** Makes sure that a node is there; one that is stays as it is. Its parent has to be there. */
  add(node: SharedNode): void {
    if (this.#entries.has(node.id)) return;
    const { parentId = null } = node;
    this.#entries.set(node.id, { node, uses: 0, parentId });
    if (parentId !== null) this.use(parentId);
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
      if (entry.parentId === null) continue;
      this.release(entry.parentId);
      candidates.push(entry.parentId);
    }
    return gone;
  }

  *nodes(): Generator<SharedNode> {
    for (const { node } of this.#entries.values()) yield node;
  }

  /** From each node to what it is part of. */
  *edges(): Generator<readonly [id: string, parentId: string]> {
    for (const [id, { parentId }] of this.#entries) if (parentId !== null) yield [id, parentId];
  }
}
