import { describe, expect, test } from '@jest/globals';
import { daysOfYear } from '../../../src/star/calendar.js';

describe('the days of a year', () => {
  test.each([
    [2016, 366],
    [2017, 365],
    [1900, 365],
    [99, 365],
  ])('%i has %i', (year, count) => {
    const days = [...daysOfYear(year)];
    expect(days).toHaveLength(count);
    expect(new Set(days.map(({ date }) => date)).size).toBe(count);
    expect(days.every((day) => day.year === year)).toBe(true);
  });

  test('tell their place in the year and the week', () => {
    const days = new Map([...daysOfYear(2016)].map((day) => [day.date, day]));
    expect(days.get('2016-02-29')).toEqual({
      date: '2016-02-29',
      year: 2016,
      quarter: 1,
      month: 2,
      month_start: '2016-02-01',
      month_name: 'February',
      day_of_week: 1,
    });
    expect(days.get('2016-12-25')).toMatchObject({ quarter: 4, month_start: '2016-12-01', day_of_week: 7 });
  });
});
