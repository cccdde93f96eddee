// @ts-check
/** The chart of docs/performance.md: answers a second by size, a panel for each case, both scales logarithmic. */

const PANELS = [
  'nested-case',
  'case-list',
  'guidelines-any',
  'guidelines-tallied',
  'outcomes-sex',
  'findings-filtered',
];
const COLOURS = { imr: '#0a7', neo4jGraphql: '#c33', tallies: '#e83', bare: '#36c', driver: '#888' };
const NAMES = {
  imr: 'imr serve',
  neo4jGraphql: '@neo4j/graphql',
  tallies: 'with our tallies',
  bare: 'bare HTTP',
  driver: 'driver',
};
const WIDTH = 300;
const HEIGHT = 200;
const LEFT = 46;
const TOP = 26;

/** @param {any[]} results the smallest first */
export function chart(results) {
  const panels = PANELS.map((name) => panel(name, results));
  const rows = Math.ceil(panels.length / 3);
  const placed = panels.map(
    (inner, i) => `<g transform="translate(${(i % 3) * WIDTH} ${Math.floor(i / 3) * HEIGHT})">${inner}</g>`,
  );
  const height = rows * HEIGHT + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${3 * WIDTH} ${height}" font-family="sans-serif" font-size="10">`,
    `<rect width="${3 * WIDTH}" height="${height}" fill="#fff"/>`,
    ...placed,
    `<g transform="translate(${LEFT} ${rows * HEIGHT + 12})">${legend()}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

function legend() {
  return Object.entries(COLOURS)
    .map(([name, colour], i) => {
      const title = NAMES[/** @type {keyof typeof NAMES} */ (name)];
      return `<rect x="${i * 150}" y="-8" width="10" height="10" fill="${colour}"/><text x="${i * 150 + 14}" y="0">${title}</text>`;
    })
    .join('');
}

/**
 * @param {string} name
 * @param {any[]} results
 */
function panel(name, results) {
  const found = results.map(({ letters, cases }) => ({
    letters,
    one: cases.find((/** @type {any} */ one) => one.name === name),
  }));
  const rates = found.flatMap(({ one }) =>
    Object.values(one?.measured ?? {}).flatMap((figures) => (figures.failed ? [] : [figures.rate.median])),
  );
  if (rates.length === 0) return '';
  const sizes = results.map(({ letters }) => Math.log10(letters));
  const x = scale(Math.min(...sizes), Math.max(...sizes), LEFT + 12, WIDTH - 16);
  const y = scale(
    Math.floor(Math.log10(Math.min(...rates))),
    Math.ceil(Math.log10(Math.max(...rates)) + 0.001),
    HEIGHT - 24,
    TOP,
  );
  const title = found.find(({ one }) => one)?.one;
  return [
    `<text x="${LEFT}" y="14" font-size="11">${escaped(title.title)}, ${title.clients} clients</text>`,
    ...grid(y, rates),
    ...results.map(
      ({ letters }) =>
        `<text x="${x(Math.log10(letters))}" y="${HEIGHT - 10}" text-anchor="middle">${short(letters)}</text>`,
    ),
    ...Object.entries(COLOURS).map(([contestant, colour]) => line(contestant, colour, found, x, y)),
  ].join('\n');
}

/**
 * @param {string} contestant
 * @param {string} colour
 * @param {{ letters: number, one: any }[]} found
 * @param {(value: number) => number} x
 * @param {(value: number) => number} y
 */
function line(contestant, colour, found, x, y) {
  const points = found.flatMap(({ letters, one }) => {
    const figures = one?.measured[contestant];
    return figures && !figures.failed
      ? [`${x(Math.log10(letters)).toFixed(1)},${y(Math.log10(figures.rate.median)).toFixed(1)}`]
      : [];
  });
  const dots = points.map(
    (point) => `<circle cx="${point.split(',')[0]}" cy="${point.split(',')[1]}" r="3" fill="${colour}"/>`,
  );
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>${dots.join('')}`;
}

/**
 * @param {(value: number) => number} y
 * @param {number[]} rates
 */
function grid(y, rates) {
  const [low, high] = [
    Math.floor(Math.log10(Math.min(...rates))),
    Math.ceil(Math.log10(Math.max(...rates)) + 0.001),
  ];
  return Array.from({ length: high - low + 1 }, (_, i) => {
    const at = y(low + i).toFixed(1);
    return `<line x1="${LEFT}" x2="${WIDTH - 8}" y1="${at}" y2="${at}" stroke="#ddd"/><text x="${LEFT - 4}" y="${at}" text-anchor="end" dy="3">${short(10 ** (low + i))}</text>`;
  });
}

/**
 * @param {number} from
 * @param {number} to
 * @param {number} first
 * @param {number} last
 */
function scale(from, to, first, last) {
  return (/** @type {number} */ value) =>
    to === from ? (first + last) / 2 : first + ((value - from) / (to - from)) * (last - first);
}

/** @param {number} value */
function short(value) {
  return value >= 1e6
    ? `${value / 1e6} M`
    : value >= 1e3
      ? `${value / 1e3} k`
      : String(Number(value.toPrecision(1)));
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
