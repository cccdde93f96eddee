import { expect, test } from '@jest/globals';
import {
  dayOf,
  isoDate,
  paddedDate,
  PROSE_DATES,
  shortDate,
  yearOf,
} from '../../../src/generate/calendar.js';

const day = dayOf(2016, 2, 9);

test('a day is written in each form', () => {
  expect([isoDate(day), paddedDate(day), shortDate(day)]).toEqual(['2016-02-09', '02/09/2016', '2/9/2016']);
  expect(PROSE_DATES.map((write) => write(day))).toEqual([
    '02-09-2016',
    '2-9-16',
    '2/9/2016',
    '02/09/2016',
    '2/9/16',
    'February 9, 2016',
  ]);
});

test('days count on through the end of a month and of a year', () => {
  expect([isoDate(dayOf(2016, 2, 28) + 1), isoDate(dayOf(2016, 12, 31) + 1)]).toEqual([
    '2016-02-29',
    '2017-01-01',
  ]);
  expect(yearOf(dayOf(2016, 12, 31))).toBe(2016);
});
