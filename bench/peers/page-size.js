// @ts-check
/** All that was measured at one size, as the page has it. */
import { TITLES } from './contestants.js';
import { digits, size, table } from './table.js';

/** @param {any} result */
export function ofSize(result) {
  const { memory, loaded, tallies } = result;
  const about = `Seed ${result.seed}, ${result.machine}, engine with ${memory.heap} heap and ${memory.pagecache} page cache. Loaded by \`${loaded.by}\`${loaded.seconds ? ` in ${digits(loaded.seconds)} s` : ''}; ${tallies ? `${tallies.cells.toLocaleString('en')} tallies` : 'without @neo4j/graphql and its tallies'}.`;
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
