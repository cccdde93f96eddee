import { describe, expect, test } from '@jest/globals';
import { readProseDates } from '../../../src/parse/prose-dates.js';

function read(summary: string) {
  const { dates, warnings } = readProseDates({ value: summary, span: [7, 7 + summary.length] });
  return {
    injury: dates.dateOfInjury?.value ?? null,
    review: dates.utilizationReviewDate?.value ?? null,
    codes: warnings.map(({ code }) => code),
  };
}

describe('the date of injury', () => {
  test.each([
    ['He sustained an industrial injury on 10-13-16.', '2016-10-13'],
    ['a female with an industrial injury date of 10-11-2016.', '2016-10-11'],
    ['with a date of injury on 10-20-2016.', '2016-10-20'],
    ['DOI: 10/13/2016.', '2016-10-13'],
    ['Date of injury (DOI) is October 13, 2016.', '2016-10-13'],
    ['The date of the industrial injury was Oct. 13th, 2016.', '2016-10-13'],
    ['a history of an occupational claim from 10/14/ 2016.', '2016-10-14'],
    ['pain reportedly associated with an industrial injury of August 27, 2007.In a report', '2007-08-27'],
    ['who sustained an industrial injury November 28, 2016.', '2016-11-28'],
    ['was injured on 2016-10-13 when he fell.', '2016-10-13'],
    ['was injured on or about 10/13/2016.', '2016-10-13'],
    ['sustained injuries to the neck and left shoulder on March 1, 2005.', '2005-03-01'],
    ['was injured while lifting a box on 10-28- 2016.', '2016-10-28'],
    ['had an industrial injury, on 10/13/2016.', '2016-10-13'],
    ['with an injury dating back to 3/4/2005.', '2005-03-04'],
    ['with a 10/13/2016 date of injury.', '2016-10-13'],
    ['with an 8/5/13 work-related injury.', '2013-08-05'],
    ['On 10/13/2016, the injured worker sustained an industrial injury.', '2016-10-13'],
    ['has a cumulative trauma injury of 10/13/2016.', '2016-10-13'],
  ])('%s', (summary, injury) => {
    expect(read(summary)).toEqual({ injury, review: null, codes: [] });
  });

  test.each([
    ['a visit', 'The patient has an injury of the back and was seen on 10/12/2006.'],
    [
      'a report of injury',
      "The doctor's first report of occupational injury dated 10/12/2006 tells of pain.",
    ],
    ['years alone', 'The patient had an injury in 2006 and cumulative trauma from 2005 to 2010.'],
    ['no day of the calendar', 'The patient had an injury on 2/30/2016.'],
    ['a birthdate', 'Birthdates of 3/4/1960 and 4/3/1961 are given for the injured worker.'],
  ])('%s gives none', (_, summary) => {
    expect(read(summary)).toEqual({ injury: null, review: null, codes: [] });
  });

  test.each([
    'with a cumulative trauma from 10/1/2010 to 3/4/2015.',
    'with a cumulative injury from October 1, 2010 through March 4, 2015.',
    'with cumulative trauma between 10/1/2010 and 3/4/2015.',
    'with an industrial injury on 10/1/2010 - 3/4/2015.',
    'with a claim from 10/1/2010 to the present.',
  ])('a period gives none, with a warning: %s', (summary) => {
    expect(read(summary)).toEqual({ injury: null, review: null, codes: ['PERIOD_OF_INJURY'] });
  });

  test('a day that is told beside a period is used', () => {
    expect(read('A claim from 10/1/2010 to 3/4/2015; was injured on 5/6/2012.').injury).toBe('2012-05-06');
  });
});

describe('the date of the utilization review', () => {
  test.each([
    ['In a Utilization Review Report dated November 20, 2014, the claims administrator', '2014-11-20'],
    ['The utilization review determination being challenged is dated 11/26/14.', '2014-11-26'],
    ['Utilization Review (UR) (12-2-2016) non-certified the request.', '2016-12-02'],
    ['UR denial dated: 1/2/2017, UR decision: 1/3/2017', '2017-01-03'],
    ['The requests were denied by utilization review on January 23, 2017.', '2017-01-23'],
    ['On 11-22-2016, Utilization Review non-certified the request.', '2016-11-22'],
    ['the 11/3/16 utilization review decision', '2016-11-03'],
  ])('%s', (summary, review) => {
    expect(read(summary)).toEqual({ injury: null, review, codes: [] });
  });
});

test('the span is that of the date', () => {
  const summary = 'An injury on 10-28- 2016.';
  const { dates } = readProseDates({ value: summary, span: [0, summary.length] });

  expect(summary.slice(...(dates.dateOfInjury?.span ?? [0, 0]))).toBe('10-28- 2016');
});
