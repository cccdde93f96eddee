import { CitationRole } from '../enums/enums.js';

export { LONGEST_ID, LONGEST_NAME } from '../../graph/identity.js';

/** Most characters of a global id: those of quarantined documents hold a path, of which no system takes more than 4,096. */
export const LONGEST_GLOBAL_ID = 4_200;

/** Most nodes that one page of a list holds. */
export const LONGEST_PAGE = 100;

/** Most entries of a list of roles. */
export const ROLES = Object.keys(CitationRole).length;

/** Most characters of a text to be looked through: some 50 pages of a brief. */
export const LONGEST_TEXT = 100_000;

/** Most characters of a letter to be read; letters have some ten thousand. */
export const LONGEST_LETTER = 200_000;

/** Most bytes of a letter that comes as a file; scans, which are larger, have no text. */
export const LONGEST_UPLOAD = 10_000_000;

/** Most values of a condition, any of which will do. */
export const MOST_VALUES = 100;

/** Most filters that one `and` or `or` joins. */
export const MOST_JOINED = 20;
