import { CitationRole } from '../enums.js';

export { LONGEST_ID, LONGEST_NAME } from '../../graph/identity.js';

/** Most nodes that one page of a list holds. */
export const LONGEST_PAGE = 100;

/** Most entries of a list of roles. */
export const ROLES = Object.keys(CitationRole).length;
