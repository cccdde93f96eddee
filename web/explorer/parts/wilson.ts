import type { Interval } from './numbers.js';

/** Of the standard normal distribution, for 95%. */
const Z = 1.959963984540054;

/** 95% Wilson score interval of a share, as the API reckons those of its rates. */
export function wilson(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 };
  const middle = part + (Z * Z) / 2;
  const spread = Z * Math.sqrt((part * (whole - part)) / whole + (Z * Z) / 4);
  const at = (value: number) => Math.min(1, Math.max(0, value / (whole + Z * Z)));
  return { low: at(middle - spread), high: at(middle + spread) };
}
