// @ts-check
/** The statements of cypher/ by name: what one would write by hand for each question. */
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('cypher/', import.meta.url);

/** @type {Record<string, string>} */
export const statements = Object.fromEntries(
  readdirSync(folder).map((file) => [
    file.replace('.cypher', ''),
    readFileSync(new URL(file, folder), 'utf8'),
  ]),
);
