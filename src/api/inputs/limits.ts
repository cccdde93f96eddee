import { CitationRole } from '../enums.js';

export { LONGEST_ID, LONGEST_NAME } from '../../graph/identity.js';

/** Most nodes that one page of a list holds. */
export const LONGEST_PAGE = 100;

/** Most entries of a list of roles. */
export const ROLES = Object.keys(CitationRole).length;

/** Most characters of a text to be looked through: some 50 pages of a brief. */
export const LONGEST_TEXT = 100_000;

/** Most characters of a letter to be read; letters have some ten thousand. */
export const LONGEST_LETTER = 200_000;
