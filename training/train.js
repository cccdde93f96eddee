// @ts-check
/**
 * Builds the weights of the classifier of criteria from training/rationales, after `npm run build:server`. The same
 * rationales and the same code give the same weights. See docs/criteria.md.
 */
import { writeFileSync } from 'node:fs';
import { inventedRationales } from '../bench/criteria/read.js';
import { train } from './model.js';
import { fingerprint } from './fingerprint.js';

const WEIGHTS = new URL('../src/normalise/data/criterion-weights.json', import.meta.url);

const rationales = inventedRationales();
const weights = { trainedOn: fingerprint(rationales), ...train(rationales) };
const text = `${JSON.stringify(weights, null, 2)}\n`;
writeFileSync(WEIGHTS, text);
console.log(`${rationales.length} rationales, ${weights.kinds.length} kinds, ${text.length} bytes`);
