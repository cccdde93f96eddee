import { expect, test } from '@jest/globals';
import { fold, nearest } from '../../../src/normalise/names.js';

test('names are the same whatever their punctuation and signs', () => {
  expect(fold('Forearm, Wrist, & Hand®')).toBe(fold('forearm wrist and  hand'));
});

test.each([
  ['Inital Care', 'Initial Care'],
  ['Special Studdies', 'Special Studies'],
  ['Summery', 'Summary'],
  ['Sumamry', 'Summary'],
  ['Knee', undefined],
  ['Elbow Complaint', undefined],
  ['Cardiology', undefined],
  ['Radyology', 'Radiology'],
])('%s is nearest to %s', (written, expected) => {
  const names = ['Initial Care', 'Special Studies', 'Summary', 'Knee Complaints', 'Radiology'];
  expect(nearest(written, names)).toBe(expected);
});

test('a name that is equally near to two is neither', () => {
  expect(nearest('Specialty A3', ['Specialty A1', 'Specialty A2'])).toBeUndefined();
});
