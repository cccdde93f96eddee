import type { Grounds } from '../letter.js';
import { body } from './body.js';
import type { Writer } from './writer.js';

/** Letters of 2014 and 2015, of which the page with the header is not published; the MTUS by chapter and page. */
export const write2014: Writer = (letter, random, slips) => {
  const dot = random.chance(0.05) ? '..' : '.';
  const mtusLine = ({ basis, mtus }: Grounds, party: string) =>
    basis === 'MTUS'
      ? `Decision based on MTUS ${mtus.map(({ written }) => written).join(', ')}${dot} `
      : `${party} did not base their decision on the MTUS. `;
  return body(letter, random, slips, { prose: random.chance(0.4), mtusLine });
};
