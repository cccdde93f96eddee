import { rowsOf, type Bits } from './bits.js';
import { dimension, type Catalogue } from './dimensions.js';
import type { Lists } from './lists.js';
import { Orders } from './ordered.js';
import { Selection } from './selection.js';
import type { Store } from './store.js';
import type { Conditions } from './tests.js';

/** A filter as the statements take it. */
export interface FilterParameter {
  readonly conditions: Conditions;
}

/** Columns that are derived and kept, of one state of the store; the least recently used go. */
const MOST_KEPT = 24;

/** One state of the store, with what was derived of it to answer questions. */
export class View {
  readonly orders: Orders;
  readonly selection: Selection;
  private readonly kept = new Map<string, object>();

  constructor(readonly store: Store) {
    this.orders = new Orders(store);
    this.selection = new Selection(store, this.orders);
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
    return this.derived(`${name} ${JSON.stringify(catalogue)}`, () => dimension(this.store, name, catalogue));
  }

  /** What `make` derives, unless it was derived before: the key says all that it depends on beside the store. */
  derived<Value extends object>(key: string, make: () => Value): Value {
    const value = (this.kept.get(key) as Value | undefined) ?? make();
    this.kept.delete(key);
    this.kept.set(key, value);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return value;
  }
}
