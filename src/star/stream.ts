import type { GraphClient } from '../graph/client.js';
import type { Dimensions } from './dimensions.js';
import type { StarCase } from './letters.js';
import { putCase, type CaseNumbers } from './rows.js';
import type { Put } from './table.js';

/** Where the rows of cases go. */
export interface Stream {
  /** Which dimensions were told of already. */
  readonly dimensions: Dimensions;
  readonly put: Put;
  readonly numbersOf: (letter: StarCase) => CaseNumbers;
  /** After each page, with how many cases have been read so far; the next page waits for it. */
  readonly onPage: (read: number) => Promise<void>;
}

/**
 * Tells of cases, page by page, each after the shared nodes that it refers to.
 * @returns how many cases were left out: they were read in the midst of a change
 */
export async function streamCases(
  graph: GraphClient,
  pages: AsyncIterable<readonly StarCase[]>,
  { dimensions, put, numbersOf, onPage }: Stream,
): Promise<number> {
  let read = 0;
  let leftOut = 0;
  for await (const page of pages) {
    await dimensions.prepare(graph, page, put);
    for (const letter of page) {
      if (dimensions.knows(letter)) putCase(letter, dimensions, numbersOf(letter), put);
      else leftOut += 1;
    }
    await onPage((read += page.length));
  }
  return leftOut;
}
