// @ts-check
/** What was measured, by versions. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../accuracy/letters.js';
import { rowsOf } from './database.js';

const PEERS = ['@neo4j/graphql', '@apollo/server', 'graphql', 'neo4j-driver'];

/**
 * @param {import('neo4j-driver').Driver} driver
 * @returns {Promise<Record<string, string>>} by what it is the version of
 */
export async function versionsOf(driver) {
  const [engine] = await rowsOf(
    driver,
    'CALL dbms.components() YIELD versions, edition RETURN versions[0] AS version, edition',
  );
  const ours = versionIn(join(PROJECT, 'package.json'));
  const peers = PEERS.map((name) => [
    name,
    versionIn(new URL(`node_modules/${name}/package.json`, import.meta.url)),
  ]);
  return {
    imr: [ours, revision()].filter(Boolean).join(', revision '),
    Neo4j: `${engine?.['version']} ${engine?.['edition']}`,
    ...Object.fromEntries(peers.filter(([, version]) => version !== undefined)),
  };
}

/** @param {string | URL} file */
function versionIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined;
}

/** Of the working tree; undefined where there is no git. */
function revision() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: PROJECT,
      encoding: 'utf8',
    }).trim();
  } catch {
    return undefined;
  }
}
