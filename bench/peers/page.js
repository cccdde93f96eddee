// @ts-check
/** docs/performance.md and its chart, from all results that are kept. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT } from '../accuracy/letters.js';
import { chart } from './chart.js';
import { TITLES } from './contestants.js';
import { reached, TARGETS } from './targets.js';

const RESULTS = new URL('results/', import.meta.url);
const PREFACE = new URL('preface.md', import.meta.url);

/** Writes the page anew from the results of all sizes. */
export function writePage() {
  const results = readResults();
  if (results.length > 0) writeFileSync(join(PROJECT, 'docs', 'performance.svg'), chart(results));
  writeFileSync(join(PROJECT, 'docs', 'performance.md'), page(results));
}

/** @returns {any[]} the smallest size first */
export function readResults() {
  if (!existsSync(RESULTS)) return [];
  const files = readdirSync(RESULTS).filter((file) => /^\d+\.json$/.test(file));
  return files
    .map((file) => JSON.parse(readFileSync(new URL(file, RESULTS), 'utf8')))
    .sort((a, b) => a.letters - b.letters);
}

/** @param {any[]} results */
export function page(results) {
  const preface = readFileSync(PREFACE, 'utf8').trim();
  if (results.length === 0) return `${preface}\n\nNo size has been measured yet.\n`;
  return [
    preface,
    '![Answers a second, by size](performance.svg)',
    '## Targets',
    targets(results),
    'Slower than @neo4j/graphql on the same question (median rate; a difference under 25% may be chance):',
    slower(results),
    '## As work grows',
    growth(results),
    '## From start to answer',
    starts(results),
    '## Loading and ingest',
    ingest(results),
    '## Memory',
    memory(results),
    ...results.map(ofSize),
    '',
  ].join('\n\n');
}

/** @param {any[]} results */
function targets(results) {
  const head = ['target', 'clients', 'at least / at most', ...results.map(({ letters }) => size(letters))];
  const rows = TARGETS.map((target) => [
    target.says,
    target.clients,
    target.least === undefined ? `≤ ${target.most}` : `≥ ${target.least}`,
    ...results.map(({ cases }) => {
      const one = reached(target, cases);
      return one ? `${digits(one.value)} ${one.met ? 'met' : '**missed**'}` : '';
    }),
  ]);
  return table([head, ...rows]);
}

/** @param {any[]} results */
function slower(results) {
  const names = results.map(({ letters, cases }) => {
    const behind = cases.flatMap((/** @type {any} */ one) => {
      const [ours, theirs] = [one.measured.imr?.rate?.median, one.measured.neo4jGraphql?.rate?.median];
      return ours < theirs ? [`${caseKey(one)} (${digits(ours / theirs)}x)`] : [];
    });
    return `- ${size(letters)}: ${behind.join('; ') || 'nothing'}`;
  });
  return names.join('\n');
}

/** @param {any[]} results */
function growth(results) {
  const names = [...new Set(results.flatMap(({ cases }) => cases.map(caseKey)))];
  const head = ['ours: p50 / p99 in ms', ...results.map(({ letters }) => size(letters))];
  const rows = names.map((name) => [
    name,
    ...results.map(({ cases }) => {
      const ours = cases.find((/** @type {any} */ one) => caseKey(one) === name)?.measured.imr;
      return ours && !ours.failed ? `${digits(ours.p50)} / ${digits(ours.p99)}` : (ours?.failed ?? '');
    }),
  ]);
  const loading = [
    'loaded by, in s',
    ...results.map(({ loaded }) => `${loaded.by.split(' --generate')[0]}, ${digits(loaded.seconds)}`),
  ];
  return table([head, ...rows, loading]);
}

/** @param {any} one */
function caseKey({ title, clients }) {
  return `${title}, ${clients} clients`;
}

/** @param {any[]} results */
function starts(results) {
  const names = [...new Set(results.flatMap((result) => Object.keys(result.starts ?? {})))];
  return table([
    ['in s', ...results.map(({ letters }) => size(letters))],
    ...names.map((name) => [
      name,
      ...results.map(({ starts = {} }) =>
        starts[name]
          ? `${digits(starts[name].min)} / ${digits(starts[name].median)} / ${digits(starts[name].max)}`
          : '',
      ),
    ]),
  ]);
}

/**
 * Rates of writing; `npm run bench:ingest` leaves those of ingest beside the results.
 * @param {any[]} results
 */
function ingest(results) {
  const loading = results.map(({ letters, loaded }) => [
    `${size(letters)} letters by \`${loaded.by.split(' --generate')[0]}\`, generated and parsed`,
    digits(letters / loaded.seconds),
    '',
  ]);
  const file = new URL('ingest.json', RESULTS);
  const live = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const rates = (/** @type {any} */ of) => [of.min, of.median, of.max].map(digits).join(' / ');
  const written = live
    ? [
        [
          `into a live graph, ${live.letters} parsed letters, everything kept right`,
          rates(live.whole.lettersPerSecond),
          rates(live.ratio),
        ],
        ['the same with nothing but CREATE', rates(live.bare.lettersPerSecond), ''],
      ]
    : [];
  return table([['', 'letters a second', 'of plain CREATE'], ...loading, ...written]);
}

/** @param {any[]} results */
function memory(results) {
  const names = {
    ...TITLES,
    driver: 'driver in process, with the client that makes the load',
    neo4j: 'Neo4j',
  };
  const rows = Object.entries(names).map(([name, title]) => [
    title,
    ...results.map(({ processes }) => {
      const of = processes?.[name];
      return of ? `${Math.round(of.rss / 1e6)} / ${Math.round(of.peak / 1e6)}` : '';
    }),
  ]);
  const head = ['MB after all cases / at most', ...results.map(({ letters }) => size(letters))];
  return table([head, ...rows.filter((cells) => cells.slice(1).some(Boolean))]);
}

/** @param {any} result */
function ofSize(result) {
  const about = `${result.machine}. Engine: ${result.memory.heap} heap, ${result.memory.pagecache} page cache. Loaded by \`${result.loaded.by}\` in ${digits(result.loaded.seconds)} s; ${result.tallies.cells} tallies made in ${digits(result.tallies.seconds)} s. Seed ${result.seed}.`;
  const report = result.loaded.report
    ? ['What the load said:', `\`\`\`\n${result.loaded.report}\n\`\`\``]
    : [];
  return [`## ${size(result.letters)} letters`, about, ...report, ...result.cases.map(ofCase)].join('\n\n');
}

/** @param {any} one */
function ofCase(one) {
  const head = [
    '',
    'answers/s: min',
    'median',
    'max',
    'ours is',
    'p50 ms',
    'p99 ms',
    'own CPU ms',
    'Neo4j CPU ms',
    'rss MB',
  ];
  const ours = one.measured.imr;
  const rows = Object.entries(one.measured).map(([name, figures]) =>
    row(nameIn(one, name, figures), figures, ours),
  );
  const out = Object.entries(one.checked).filter(([name]) => !(name in one.measured));
  const left = out.map(
    ([name, { differs, failed }]) =>
      `- ${nameIn(one, name)} is left out: ${differs ? 'its answers differ' : `it failed (${(failed ?? '').slice(0, 120)})`}.`,
  );
  const note = one.note ? [one.note] : [];
  return [
    `### ${one.title[0].toUpperCase()}${one.title.slice(1)}, ${one.clients} clients`,
    table([head, ...rows]),
    ...note,
    ...left,
  ].join('\n\n');
}

/**
 * @param {any} one
 * @param {string} name
 * @param {any} [figures]
 */
function nameIn(one, name, figures) {
  const title = one.titles?.[name] ?? TITLES[/** @type {keyof typeof TITLES} */ (name)];
  return figures?.slow ? `${title}, 1 client, ${figures.answers} answers` : title;
}

/**
 * @param {string} title
 * @param {any} figures
 * @param {any} ours
 */
function row(title, figures, ours) {
  if (figures.failed) return [title, `failed: ${figures.failed.slice(0, 100)}`, ...Array(8).fill('')];
  const { rate, p50, p99, processor, rss } = figures;
  const ratio = figures === ours || !ours || ours.failed ? '' : `${digits(ours.rate.median / rate.median)}x`;
  return [
    title,
    ...[rate.min, rate.median, rate.max].map(digits),
    ratio,
    ...[p50, p99, processor.own, processor.database].map(digits),
    Math.round(rss / 1e6),
  ];
}

/** @param {(string | number)[][]} rows */
function table([head = [], ...rows]) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** @param {number} letters */
export function size(letters) {
  return letters >= 1e6 ? `${letters / 1e6} M` : letters >= 1e3 ? `${letters / 1e3} k` : String(letters);
}

/** Three digits are more than such a measurement is good for. @param {number} value */
function digits(value) {
  if (value === null || Number.isNaN(value)) return '';
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
