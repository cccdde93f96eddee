import { expect, test } from '@jest/globals';
import { isNewer, projectVersion } from '../../../src/common/project.js';

test.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.1', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['0.9.9', '0.10.0', false],
  ['1.0.0', '0.99.99', true],
  ['5.26.30', '5.26.4', true],
  ['1.0.0-rc.1', '1.0.0', false],
])('%s is newer than %s: %s', (version, than, expected) => {
  expect(isNewer(version, than)).toBe(expected);
});

test('the version of the project has three numbers', () => {
  expect(projectVersion).toMatch(/^\d+\.\d+\.\d+/);
});
