// @ts-check
/** The chart of docs/performance.md: answers a second by size, a panel for each case, both scales logarithmic. */

/** By name of the case: what it is called where there is little room. */
const PANELS = {
  'nested-case': 'one case, nested',
  'case-list': 'list of 50 cases, nested',
  'guidelines-any': 'guidelines, any filter, each new',
  'guidelines-tallied': 'guidelines, filters that tallies have',
  'outcomes-sex': 'outcomes by sex, of a state',
  'findings-filtered': 'findings, filtered',
};
const COLOURS = { imr: '#0a7', neo4jGraphql: '#c33', tallies: '#e83', bare: '#36c', driver: '#888' };
const NAMES = {
  imr: 'imr serve',
  neo4jGraphql: '@neo4j/graphql',
  tallies: '@neo4j/graphql, our tallies',
  bare: 'bare HTTP',
  driver: 'driver',
};
const WIDTH = 300;
const HEIGHT = 200;
const LEFT = 46;
const TOP = 26;
const HEAD = 24;

/** @param {any[]} results the smallest first */
export function chart(results) {
  const panels = Object.entries(PANELS).map(([name, title]) => panel(name, title, results));
  const rows = Math.ceil(panels.length / 3);
  const placed = panels.map(
    (inner, i) =>
      `<g transform="translate(${(i % 3) * WIDTH} ${HEAD + Math.floor(i / 3) * HEIGHT})">${inner}</g>`,
  );
  const height = HEAD + rows * HEIGHT + 24;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${3 * WIDTH} ${height}" font-family="sans-serif" font-size="10">`,
    `<rect width="${3 * WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="${LEFT}" y="16" font-size="12" font-weight="bold">Answers a second by letters in the graph (both logarithmic; up is quicker; bars: slowest to quickest block)</text>`,
    ...placed,
    `<g transform="translate(${LEFT} ${HEAD + rows * HEIGHT + 12})">${legend()}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

function legend() {
  return Object.entries(COLOURS)
    .map(([name, colour], i) => {
      const title = NAMES[/** @type {keyof typeof NAMES} */ (name)];
      return `<rect x="${i * 170}" y="-8" width="10" height="10" fill="${colour}"/><text x="${i * 170 + 14}" y="0">${title}</text>`;
    })
    .join('');
}

/**
 * @param {string} name
 * @param {string} title
 * @param {any[]} results
 */
function panel(name, title, results) {
  const found = results.map(({ letters, cases }) => ({
    letters,
    one: cases.find((/** @type {any} */ one) => one.name === name),
  }));
  const rates = found.flatMap(({ one }) =>
    Object.values(one?.measured ?? {}).flatMap((figures) =>
      figures.failed ? [] : [figures.rate.min, figures.rate.max],
    ),
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
  const clients = found.find(({ one }) => one)?.one.clients;
  return [
    `<text x="${LEFT}" y="14" font-size="11">${title}, ${clients} clients</text>`,
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
    if (!figures || figures.failed) return [];
    const { min, median, max } = figures.rate;
    const [low = '', middle = '', high = ''] = [min, median, max].map((rate) =>
      y(Math.log10(rate)).toFixed(1),
    );
    return [{ at: x(Math.log10(letters)).toFixed(1), low, middle, high }];
  });
  const marks = points.map(
    ({ at, low, middle, high }) =>
      `<line x1="${at}" x2="${at}" y1="${low}" y2="${high}" stroke="${colour}"/><circle cx="${at}" cy="${middle}" r="3" fill="${colour}"/>`,
  );
  const way = points.map(({ at, middle }) => `${at},${middle}`).join(' ');
  return `<polyline points="${way}" fill="none" stroke="${colour}" stroke-width="2"/>${marks.join('')}`;
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
