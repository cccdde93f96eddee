import { rowsOf, type Bits } from './bits.js';
import { dimension, type Catalogue } from './dimensions.js';
import type { Lists } from './lists.js';
import { Selection } from './selection.js';
import type { Store } from './store.js';
import type { Conditions } from './tests.js';

/** A filter as the statements take it. */
export interface FilterParameter {
  readonly conditions: Conditions;
}

/** Columns that are derived and kept, of one state of the store; the least recently used go. */
const MOST_LISTS = 24;

/** One state of the store, with what was derived of it to answer questions. */
export class View {
  readonly selection: Selection;
  private readonly derived = new Map<string, Lists<unknown>>();

  constructor(readonly store: Store) {
    this.selection = new Selection(store);
  }

  /** The findings that pass. */
  findings({ conditions }: FilterParameter): Bits {
    return this.selection.findings(conditions);
  }

  /** As {@link findings}, their rows. */
  rows(filter: FilterParameter): Uint32Array {
    return rowsOf(this.findings(filter));
  }

  dimension(name: string, catalogue: Catalogue): Lists {
    return this.lists(`${name} ${JSON.stringify(catalogue)}`, () => dimension(this.store, name, catalogue));
  }

  /** What `make` derives, unless it was derived before: the key says all that it depends on beside the store. */
  lists<Value>(key: string, make: () => Lists<Value>): Lists<Value> {
    const lists = (this.derived.get(key) as Lists<Value> | undefined) ?? make();
    this.derived.delete(key);
    this.derived.set(key, lists);
    const [oldest] = this.derived.keys();
    if (this.derived.size > MOST_LISTS && oldest !== undefined) this.derived.delete(oldest);
    return lists;
  }
}
