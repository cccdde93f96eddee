import { expect, test } from '@jest/globals';
import { DATE, isoDate } from '../../../src/parse/dates.js';

test.each([
  ['10-13-16', '2016-10-13'],
  ['10-13-2016', '2016-10-13'],
  ['9/1/13', '2013-09-01'],
  ['10/14/ 2016', '2016-10-14'],
  ['3/4/87', '1987-03-04'],
  ['October 13, 2016', '2016-10-13'],
  ['Sept. 3rd, 2015', '2015-09-03'],
  ['10-28- 2016', '2016-10-28'],
  ['Oct. 13th, 2016', '2016-10-13'],
  ['October 13 2016', '2016-10-13'],
  ['13 October 2016', '2016-10-13'],
  ['the 3rd of May, 2015'.slice(4), '2015-05-03'],
  ['2016-10-13', '2016-10-13'],
  ['10.13.2016', '2016-10-13'],
  ['2016-13-10', undefined],
  ['02/29/2016', '2016-02-29'],
  ['02/29/2015', undefined],
  ['13/01/2016', undefined],
  ['Foctober 13, 2016', undefined],
  ['February 31, 2016', undefined],
])('%s is %s', (words, iso) => {
  const match = new RegExp(`^${DATE}$`, 'i').exec(words);

  expect(match ? isoDate(match[0]) : undefined).toBe(iso);
});
