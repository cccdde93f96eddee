// @ts-check
/** All that is measured, in this order. */
import { analyticsCases } from './analytics.js';
import { caseCases } from './cases.js';
import { guidelineCases } from './guidelines.js';
import { listCases } from './lists.js';
import { searchCases } from './search.js';

/** @type {readonly import('./case.js').Case[]} */
export const CASES = [...caseCases, ...guidelineCases, ...analyticsCases, ...listCases, ...searchCases];
