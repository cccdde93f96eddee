// @ts-check
/** All that is measured, in this order. */
import { caseCases } from './cases.js';

/** @type {readonly import('./case.js').Case[]} */
export const CASES = [...caseCases];
