// @ts-check
/** Writes docs/reference.md out of the schema: `npm run docs:reference`, which builds it first. */
import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema } from 'graphql';
import * as cost from '../dist/api/limits/cost.js';
import * as limits from '../dist/api/inputs/limits.js';
import { createSchema } from '../dist/api/schema.js';
import { printReference } from './reference/print.js';

writeFileSync(
  new URL('../docs/reference.md', import.meta.url),
  printReference(lexicographicSortSchema(createSchema()), { ...cost, ...limits }),
);
