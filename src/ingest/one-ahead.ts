/**
 * The same items, the next of which is already asked for while one is worked on. When the work ends early, the item that was
 * asked for is waited for and dropped, and its source told to end.
 */
export async function* oneAhead<Item>(items: AsyncGenerator<Item, void>): AsyncGenerator<Item, void> {
  let next = items.next();
  try {
    for (;;) {
      const result = await next;
      if (result.done === true) return;
      next = items.next();
      // A failure is thrown when its turn comes.
      next.catch(() => undefined);
      yield result.value;
    }
  } finally {
    await next.catch(() => undefined);
    await items.return();
  }
}
