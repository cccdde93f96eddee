import { expect, test } from '@jest/globals';
import { canonicalSpecialty, eachSpecialty, stateCode } from '../../../src/normalise/reviewer.js';
import { collect, quoteOf } from './support.js';

test.each([
  ['Physical Medicine and Rehabilitation', 'Physical Medicine & Rehabilitation', []],
  ['Sports Medicinea', 'Sports Medicine', []],
  ['orthopaedic surgery', 'Orthopedic Surgery', []],
  ['Neurology', 'Neurology', []],
  ['Urology', 'Urology', []],
  ['Astrology', 'Astrology', ['UNKNOWN_SPECIALTY']],
])('specialty %s', (written, name, warnings) => {
  const { warn, codes } = collect();
  expect(canonicalSpecialty(quoteOf(written), warn)).toBe(name);
  expect(codes()).toEqual(warnings);
});

test.each([
  ['Pulmonary Disease and Critical Care Medicine', ['Pulmonary Disease', 'Critical Care Medicine']],
  ['Anesthesiology/Pain Medicine', ['Anesthesiology', 'Pain Medicine']],
  ['Allergy and Immunology', ['Allergy and Immunology']],
  ['Astrology and Neurology', ['Astrology and Neurology']],
])('specialties in "%s"', (written, names) => {
  expect(eachSpecialty(quoteOf(written)).map(({ value }) => value)).toEqual(names);
});

test.each([
  ['California', 'CA', []],
  ['tx', 'TX', []],
  ['District of Columbia', 'DC', []],
  ['Washington, D.C.', 'DC', []],
  ['Pennsylvannia', 'PA', []],
  ['North Carolina', 'NC', []],
  ['Virginia', 'VA', []],
  ['Ontario', 'Ontario', ['UNKNOWN_STATE']],
])('state %s', (written, code, warnings) => {
  const { warn, codes } = collect();
  expect(stateCode(quoteOf(written), warn)).toBe(code);
  expect(codes()).toEqual(warnings);
});
