/** Exact factorials below, Stirling's series from here on, whose next term is below 1e-14. */
const SERIES_FROM = 32;

/** The natural logarithm of n!. */
export function logFactorial(n: number): number {
  if (n < SERIES_FROM) {
    let sum = 0;
    for (let i = 2; i <= n; i++) sum += Math.log(i);
    return sum;
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}

/** Probabilities within this factor count as equal, as the logarithms are not exact. */
const SAME = 1e-7;

/** Terms of a tail below this part of its sum are left out. */
const NEGLIGIBLE = 1e-17;

/**
 * Two-sided p-value of Fisher's exact test: how likely a table at least as unlikely as this one is, if the parts of
 * successes of both groups do not differ.
 * @param hits successes of the first group
 * @param drawn size of the first group
 * @param successes successes of both groups
 * @param total size of both groups
 */
export function fisherExact(hits: number, drawn: number, successes: number, total: number): number {
  const low = Math.max(0, drawn + successes - total);
  const high = Math.min(drawn, successes);
  const constant = logChoose(total, drawn);
  const logAt = (k: number) => logChoose(successes, k) + logChoose(total - successes, drawn - k) - constant;
  /** How much likelier k + 1 is than k. */
  const ratio = (k: number) =>
    ((successes - k) * (drawn - k)) / ((k + 1) * (total - successes - drawn + k + 1));
  const tail = (from: number, step: 1 | -1): number => {
    if (from < low || from > high) return 0;
    let term = Math.exp(logAt(from));
    let sum = term;
    for (let k = from; k + step >= low && k + step <= high && term > sum * NEGLIGIBLE; k += step) {
      term *= step === 1 ? ratio(k) : 1 / ratio(k - 1);
      sum += term;
    }
    return sum;
  };
  const bound = logAt(hits) + SAME;
  const mode = Math.max(low, Math.min(high, Math.floor(((drawn + 1) * (successes + 1)) / (total + 2))));
  if (logAt(mode) <= bound) return 1;
  // Towards both ends from the mode, probabilities only fall.
  const right = firstWhere(mode, high + 1, (k) => logAt(k) <= bound);
  const left = -firstWhere(-mode, -low + 1, (k) => logAt(-k) <= bound);
  return Math.min(1, tail(left, -1) + tail(right, 1));
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** The first whole number from `from` on for which a condition holds that holds for all after it; `end` when none does. */
function firstWhere(from: number, end: number, holds: (k: number) => boolean): number {
  let [low, high] = [from, end];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * p-values adjusted by Benjamini and Hochberg, in their order: of those that are at most q, a part of q at most is
 * expected to be there by chance alone.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const descending = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let least = 1;
  descending.forEach(({ p, i }, place) => {
    least = Math.min(least, (p * pValues.length) / (pValues.length - place));
    adjusted[i] = least;
  });
  return adjusted;
}
