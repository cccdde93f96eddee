import { expect, test } from '@jest/globals';
import { readModifiedRequest } from '../../../src/parse/modification.js';

const read = (value: string) => readModifiedRequest({ value, span: [0, value.length] });

const ORIGINAL = [
  'Therapy, 12 visits was the original request.',
  'Therapy, 12 visits were the original request.',
];
const AUTHORIZED = [
  ' Therapy, 6 visits was authorized by the Claims Administrator.',
  ' Therapy, 6 visits were certified by claims administrator.',
  ' Therapy, 6 visits has been partially approved by utilization review.',
  ' The Claims Administrator authorized Therapy, 6 visits.',
  ' The claims administrator modified the request to Therapy, 6 visits.',
];
const REMAINING = [
  ' The remaining IMR eligible portion of the original request, Therapy, 6 more is',
  ' The remaining portion of the original request is Therapy, 6 more',
  ' The remaining IMR-eligible portion of the request: Therapy, 6 more is',
  ' The remaining portion, Therapy, 6 more, is',
];

test.each(ORIGINAL.flatMap((a) => AUTHORIZED.flatMap((b) => REMAINING.map((c) => a + b + c))))(
  '%s',
  (heading) => {
    expect(read(heading)).toMatchObject({
      originalRequest: { value: 'Therapy, 12 visits' },
      authorized: { value: 'Therapy, 6 visits' },
      label: { value: 'Therapy, 6 more' },
    });
  },
);

test.each([
  'The Claims Administrator authorized a chair for 1 month, leaving the original request IMR eligible. The original request, chair is',
  'The Claims Administrator has authorized a chair for 1 month leaving the entire original request eligible for IMR. The original request chair',
])('the whole request is under review: %s', (words) => {
  expect(read(`Chair was the original request. ${words}`)).toMatchObject({
    originalRequest: { value: 'Chair' },
    authorized: { value: 'a chair for 1 month' },
    label: { value: 'chair' },
  });
});

test.each([
  'was the orginal request. Six was authorzied by the Claims Adminstrator. The remaining IMR eligble portion of the orginal request, nine is',
  'was the original requets. Six was authorized by the Claim Administrator. The reminaing IMR eligible portion of the original request nine',
  'were originally requested. Six was authorized. Remaining IMR eligible portion of original request, nine, is',
  ', was the original request; Six was approved by the claims examiner; the IMR eligible portion of the original request is, nine',
  'was the original request. The Claims Administrator approved Six. The remaining portion of the original request for nine are',
  'was the original request. The Claims Administrator modified the request and authorized Six, thus leaving the original request IMR eligible. The original request of nine is',
])('set words that are typed otherwise: %s', (words) => {
  expect(read(`Fifteen sessions${words.startsWith(',') ? '' : ' '}${words}`)).toMatchObject({
    originalRequest: { value: 'Fifteen sessions' },
    authorized: { value: 'Six' },
    label: { value: 'nine' },
  });
});

test.each([
  'Therapy',
  'Rest of the original request',
  'Therapy was the original request. The remaining portion of the original request, 6 visits is',
  'Therapy was the original request. Six visits was authorized by the Claims Administrator.',
  'Therapy was the original request. Six visits was authorized by the Claims Administrator. The remaining portion of the original request is',
])('not read: %s', (heading) => {
  expect(read(heading)).toBeUndefined();
});

test('each part stands where it says', () => {
  const heading = (ORIGINAL[0] ?? '') + (AUTHORIZED[0] ?? '') + (REMAINING[0] ?? '');
  const request = read(heading);
  for (const part of [request?.originalRequest, request?.authorized, request?.label])
    expect(part && heading.slice(...part.span)).toBe(part?.value);
});
