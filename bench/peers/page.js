// @ts-check
/** docs/performance.md and its chart, from all results that are kept. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../accuracy/letters.js';
import { chart } from './chart.js';
import { TITLES } from './contestants.js';
import { ofSize } from './page-size.js';
import { digits, size, table, threeOf } from './table.js';
import { INGEST, phaseOf, ratioOf, reached, TARGETS } from './targets.js';

const RESULTS = new URL('results/', import.meta.url);
const PREFACE = new URL('preface.md', import.meta.url);
/** Sizes that the page tells of, measured or not. */
const SIZES = [10_000, 100_000, 1_000_000, 2_000_000];
const UNKNOWN = '–';

/** Writes the page anew from the results of all sizes. */
export function writePage() {
  const results = readResults();
  if (results.length > 0) writeFileSync(join(PROJECT, 'docs', 'performance.svg'), chart(results));
  writeFileSync(join(PROJECT, 'docs', 'performance.md'), page(results, readIngest()));
}

/** @returns {any[]} the smallest size first */
function readResults() {
  if (!existsSync(RESULTS)) return [];
  const files = readdirSync(RESULTS).filter((file) => /^\d+\.json$/.test(file));
  return files
    .map((file) => JSON.parse(readFileSync(new URL(file, RESULTS), 'utf8')))
    .sort((a, b) => a.letters - b.letters);
}

/** What `npm run bench:ingest` left; undefined when it has not run. */
function readIngest() {
  const file = new URL('ingest.json', RESULTS);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * @param {any[]} results
 * @param {any} live what `npm run bench:ingest` left
 */
export function page(results, live) {
  const preface = readFileSync(PREFACE, 'utf8').trim();
  if (results.length === 0) return `${preface}\n\nNo size has been measured yet.\n`;
  const bySize = new BySize(results);
  return [
    preface,
    bySize.missing(),
    '## Targets',
    'The aims are for 1 M letters; other sizes show how they change. A ratio is of one interleaved run.',
    targets(bySize, live),
    'Slower than @neo4j/graphql on the same question (median rate; a difference under 25% may be chance):',
    slower(results),
    '## As work grows',
    '![Answers a second, by size](performance.svg)',
    growth(bySize),
    '## From start to answer',
    'From the start of the process, in seconds: min / median / max.',
    starts(bySize),
    '## Loading',
    loading(bySize),
    '## Ingest into a live graph',
    ingest(live),
    '## Memory',
    memory(bySize),
    '## What ran',
    versions(bySize),
    ...results.map(ofSize),
    '',
  ].join('\n\n');
}

/** A column for each size. */
class BySize {
  /** @param {any[]} results */
  constructor(results) {
    this.results = results;
    this.sizes = [...new Set([...SIZES, ...results.map(({ letters }) => letters)])].sort((a, b) => a - b);
  }

  head() {
    return this.sizes.map(size);
  }

  /** @param {(result: any) => string | number | undefined} cell */
  cells(cell) {
    return this.sizes.map((letters) => {
      const result = this.results.find((one) => one.letters === letters);
      const told = result && cell(result);
      return told === undefined || told === '' ? UNKNOWN : told;
    });
  }

  missing() {
    const missing = this.sizes.filter((letters) => !this.results.some((one) => one.letters === letters));
    const told = missing.length === 0 ? '' : ` Not measured: ${missing.map(size).join(', ')} letters.`;
    return `Sizes that were measured: ${this.results.map(({ letters }) => size(letters)).join(', ')} letters.${told} ${UNKNOWN} stands for what was not.`;
  }
}

/**
 * @param {BySize} bySize
 * @param {any} live
 */
function targets(bySize, live) {
  const beside = live && `ingest of ${size(live.letters)}`;
  const row = (/** @type {import('./targets.js').Target} */ { says, clients, least, most }) => [
    says,
    clients ?? '',
    least === undefined ? `≤ ${most}` : `≥ ${digits(least)}`,
  ];
  const cell = (/** @type {import('./targets.js').Target} */ target, /** @type {any} */ result) => {
    const one = reached(target, result);
    return one && `${digits(one.value)} ${one.met ? 'met' : '**missed**'}`;
  };
  return table([
    ['target', 'clients', 'aim', ...bySize.head(), ...(live ? [beside] : [])],
    ...TARGETS.map((target) => [
      ...row(target),
      ...bySize.cells((result) => cell(target, result)),
      ...(live ? [''] : []),
    ]),
    ...INGEST.map((target) => [
      ...row(target),
      ...bySize.cells((result) => {
        const { atSize } = target;
        return live && atSize ? cell({ ...target, value: (one) => atSize(one, live) }, result) : undefined;
      }),
      ...(live ? [cell(target, live) ?? UNKNOWN] : []),
    ]),
    ['bulk: memory of each process', '', 'stated', ...bySize.cells(() => 'below'), ...(live ? [''] : [])],
  ]);
}

/** @param {any[]} results */
function slower(results) {
  const names = results.map(({ letters, cases }) => {
    const behind = cases.flatMap((/** @type {any} */ one) => {
      const ratio = ratioOf(one);
      return ratio !== undefined && ratio < 1 ? [`${caseKey(one)} (${digits(ratio)}x)`] : [];
    });
    const isCompared = cases.some((/** @type {any} */ one) => ratioOf(one) !== undefined);
    return `- ${size(letters)}: ${behind.join('; ') || (isCompared ? 'nothing' : 'not compared')}`;
  });
  return names.join('\n');
}

/** @param {BySize} bySize */
function growth(bySize) {
  const names = [...new Set(bySize.results.flatMap(({ cases }) => cases.map(caseKey)))];
  const rows = names.map((name) => [
    name,
    ...bySize.cells(({ cases }) => {
      const ours = cases.find((/** @type {any} */ one) => caseKey(one) === name)?.measured.imr;
      return ours && (ours.failed ? 'failed' : `${digits(ours.p50)} / ${digits(ours.p99)}`);
    }),
  ]);
  return table([['ours: p50 / p99 in ms', ...bySize.head()], ...rows]);
}

/** @param {any} one */
function caseKey({ title, clients }) {
  return `${title}, ${clients} clients`;
}

/** @param {BySize} bySize */
function starts(bySize) {
  const names = [...new Set(bySize.results.flatMap(({ starts }) => Object.keys(starts ?? {})))];
  if (names.length === 0) return 'Not measured.';
  const cell =
    (/** @type {string} */ name) =>
    (/** @type {any} */ { starts }) =>
      starts?.[name] && told(starts[name]);
  return table([['', ...bySize.head()], ...names.map((name) => [name, ...bySize.cells(cell(name))])]);
}

/** What was timed once has no spread. @param {{ min: number, median: number, max: number }} spread */
function told(spread) {
  return spread.min === spread.max ? digits(spread.median) : threeOf(spread);
}

/** @param {BySize} bySize */
function loading(bySize) {
  const phase =
    (/** @type {string} */ name) =>
    (/** @type {any} */ { loaded }) =>
      phaseOf(loaded, name);
  const seconds = (/** @type {any} */ { loaded }) => loaded.seconds;
  return table([
    ['`imr load --bulk` of generated letters, in s', ...bySize.head()],
    ...['reading', 'tying', 'importing', 'indexing'].map((name) => [name, ...bySize.cells(phase(name))]),
    ['in all', ...bySize.cells((result) => digits(seconds(result)))],
    ['letters a second', ...bySize.cells((result) => digits(result.letters / seconds(result)))],
    ['in ms a letter', ...bySize.cells((result) => digits((1000 * seconds(result)) / result.letters))],
    [
      "letters a second of Neo4j's import tool alone",
      ...bySize.cells((result) => digits(result.letters / Number(phase('importing')(result)))),
    ],
    [
      'tallies for the peer made afterwards, in s',
      ...bySize.cells(({ tallies }) => tallies && digits(tallies.seconds)),
    ],
  ]);
}

/** @param {any} live */
function ingest(live) {
  if (live === undefined) return 'Not measured: `npm run bench:ingest`.';
  const { whole, bare, imported, ofBare, ofImported } = live;
  const processor = (/** @type {any} */ of) => [
    digits(of.nodeMillisecondsPerLetter.median),
    digits(of.engineMillisecondsPerLetter.median),
  ];
  return [
    `${live.letters.toLocaleString('en')} letters that are parsed already, into an engine that runs, in transactions of 250; min / median / max. ${live.machine}.`,
    table([
      ['', 'letters a second', 'ours is', 'own CPU ms a letter', 'Neo4j CPU ms a letter'],
      [
        'as `imr ingest` writes, everything kept right',
        threeOf(whole.lettersPerSecond),
        '',
        ...processor(whole),
      ],
      ['with nothing but CREATE', threeOf(bare.lettersPerSecond), threeOf(ofBare), ...processor(bare)],
      ...(imported
        ? [
            [
              "Neo4j's import tool, files made before",
              threeOf(imported.lettersPerSecond),
              threeOf(ofImported),
              '',
              '',
            ],
            ['the same with indexes', threeOf(imported.withIndexes), '', '', ''],
          ]
        : []),
    ]),
    'The import tool takes some seconds to start, so that it does more a second of many letters than of few: see above what it does at other sizes.',
  ].join('\n\n');
}

/** @param {BySize} bySize */
function memory(bySize) {
  const names = {
    ...TITLES,
    driver: 'driver in process, with the client that makes the load',
    neo4j: 'Neo4j',
  };
  const rows = Object.entries(names).map(([name, title]) => [
    title,
    ...bySize.cells(({ processes }) => {
      const of = processes?.[name];
      return of && `${Math.round(of.rss / 1e6)} / ${Math.round(of.peak / 1e6)}`;
    }),
  ]);
  const ofLoad = bySize.cells(({ loaded }) => /took (\d+) MB/.exec(loaded.report ?? '')?.[1]);
  return table([
    ['resident MB after all cases / at most', ...bySize.head()],
    ...rows.filter((cells) => cells.slice(1).some((cell) => cell !== UNKNOWN)),
    ['`imr load --bulk`, with its threads: at most', ...ofLoad],
    ["Neo4j's import tool: heap, and beside it, at most", ...bySize.cells(() => '2,000 + 2,000')],
  ]);
}

/** @param {BySize} bySize */
function versions(bySize) {
  const names = [...new Set(bySize.results.flatMap((one) => Object.keys(one.versions ?? {})))];
  const engine = bySize.cells(({ memory }) => `${memory.heap} heap, ${memory.pagecache} page cache`);
  return table([
    ['', ...bySize.head()],
    ['machine', ...bySize.cells(({ machine }) => machine)],
    ["Neo4j's memory", ...engine],
    ...names.map((name) => [name, ...bySize.cells((one) => one.versions?.[name])]),
  ]);
}
