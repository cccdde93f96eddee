// @ts-check
/** Writes docs/reference.md out of the schema: `npm run docs:reference`, which builds it first. */
import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema } from 'graphql';
import { describeCost } from '../dist/api/cost.js';
import { createSchema } from '../dist/api/schema.js';
import { printReference } from './reference/print.js';

writeFileSync(
  new URL('../docs/reference.md', import.meta.url),
  printReference(lexicographicSortSchema(createSchema()), (type, field) => describeCost({ type, field })),
);
