/** How much may be under way at once. */
export interface Ahead<Item> {
  readonly items: number;
  /** In the measure of `sizeOf`; a single item may have more. */
  readonly size: number;
  readonly sizeOf: (item: Item) => number;
}

/**
 * The results of some work on each item, in the order of the items. Items are taken as results are asked for, a bounded
 * number ahead; a result is given as soon as its turn comes, also while the next item is waited for.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterator<Item, unknown>,
  work: (item: Item) => Promise<Result>,
  ahead: Ahead<Item>,
): AsyncGenerator<Result> {
  const underWay: { readonly result: Promise<Result>; readonly size: number }[] = [];
  let size = 0;
  let upcoming: Promise<IteratorResult<Item, unknown>> | undefined = items.next();
  for (;;) {
    const [first] = underWay;
    const mayAdd = first === undefined || (underWay.length < ahead.items && size < ahead.size);
    const choices: Promise<IteratorResult<Item, unknown> | undefined>[] = [];
    if (upcoming && mayAdd) choices.push(upcoming);
    if (first) choices.push(first.result.then(() => undefined));
    if (choices.length === 0) return;
    const item = await Promise.race(choices);
    if (item?.done === true) upcoming = undefined;
    else if (item) {
      const result = work(item.value);
      // A failure is thrown when its turn comes.
      result.catch(() => undefined);
      underWay.push({ result, size: ahead.sizeOf(item.value) });
      size += ahead.sizeOf(item.value);
      upcoming = items.next();
    } else if (first) {
      underWay.shift();
      size -= first.size;
      yield await first.result;
    }
  }
}
