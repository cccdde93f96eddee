import { describe, expect, test } from '@jest/globals';
import { InputError } from '../../../src/query/input-error.js';
import { readRequest } from '../../../src/query/request-reading.js';

test.each([
  ['cervical MRI', null, 'MRI', ['Cervical spine']],
  ['MRI of the neck', undefined, 'MRI', ['Cervical spine']],
  ['MRI', 'low back', 'MRI', ['Lumbar spine']],
  ['arthroscopy', 'knee', 'Knee arthroscopy', ['Knee']],
  ['Norco 10/325 mg', '', 'Hydrocodone/acetaminophen', []],
  ['accupunkture', null, 'Acupuncture', []],
])('%s (%s) is %s of %j', (service, region, modality, bodyRegions) => {
  expect(readRequest(service, region)).toMatchObject({ modality, bodyRegions });
});

test('of several services the others are named', () => {
  expect(readRequest('MRI of the knee and acupuncture', null)).toMatchObject({
    modality: 'MRI',
    leftAside: ['Acupuncture'],
  });
});

describe('words that the catalogue does not know', () => {
  test.each([
    ['MIR', null, 'service', /near them are: MRI/],
    ['blood thing', null, 'service', /Blood typing/],
    ['xyzzy', null, 'service', /by these words$/],
    ['', null, 'service', /by these words$/],
    ['MRI', 'sholder', 'bodyRegion', /near them are: Shoulder/],
    ['x '.repeat(300), null, 'service', /by these words$/],
  ])('%j, %s', (service, region, path, reason) => {
    const read = () => readRequest(service, region);
    expect(read).toThrow(InputError);
    expect(read).toThrow(reason);
    expect(read).toThrow(new RegExp(`^${path}: `));
  });
});
