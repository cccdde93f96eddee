import { describe, expect, test } from '@jest/globals';
import { readEmployee } from '../../../src/parse/employee.js';

function read(summary: string) {
  const { age, sex, warnings } = readEmployee({ value: summary, span: [100, 100 + summary.length] });
  for (const { span } of [age, sex].filter((reading) => reading !== undefined)) {
    expect(span[0]).toBeGreaterThanOrEqual(100);
  }
  return { age: age?.value ?? null, sex: sex?.value ?? null, codes: warnings.map(({ code }) => code) };
}

describe('age and sex in the wordings of letters', () => {
  test.each([
    ['The injured worker is a 48 year old male who sustained an injury.', 48, 'MALE'],
    ['The applicant is a 34-year-old male who has filed a claim.', 34, 'MALE'],
    ['This case involves a now 36-year-old female with a history of a claim.', 36, 'FEMALE'],
    ['According to the records the injured worker is a(n) 57 year old female, who fell.', 57, 'FEMALE'],
    ['The 38 year old male injured worker suffered an injury.', 38, 'MALE'],
    ['A 58 year old female injured worker slipped.', 58, 'FEMALE'],
    ['The claimant is a 58 yo F, injured at work.', 58, 'FEMALE'],
    ['Claimant is a 58 y/o M with low back pain.', 58, 'MALE'],
    ['The patient is a 58 y.o. male with low back pain.', 58, 'MALE'],
    ['IW is a 41yo female cook.', 41, 'FEMALE'],
    ['This is a 66-year old right-hand dominant Hispanic woman.', 66, 'FEMALE'],
    ['The patient is a forty-two year old gentleman.', 42, 'MALE'],
    ['The patient is 45 years old and works as a cook.', 45, null],
    ['The injured worker (IW) is a 45 years of age male.', 45, 'MALE'],
    ['The injured worker is a female (age 41) with knee pain.', 41, 'FEMALE'],
    ['The patient, aged 52, fell from a ladder.', 52, null],
    ["The applicant's age is 52. The applicant is a male.", 52, 'MALE'],
    ['The male applicant, 52 years old, fell.', 52, 'MALE'],
    ['Age: 52. Low back pain.', 52, null],
    ['This 34-year-old sustained an injury.', 34, null],
    ['The injured worker is currently a right-handed male.', null, 'MALE'],
    ['This female patient has pain.', null, 'FEMALE'],
    ['The injured worker is a 45 year old male driver with a male partner.', 45, 'MALE'],
  ])('%s', (summary, age, sex) => {
    expect(read(summary)).toEqual({ age, sex, codes: [] });
  });
});

describe('what is no age, or no sex, of the employee', () => {
  test.each([
    ['years of something else', 'The patient has a 3-year history of pain and an 11 year old injury.'],
    ['months', 'The applicant, 19 months after surgery, is better.'],
    ['a past event', 'At age 52 he had a fusion; at the age of 60 another.'],
    ['a relative', 'The applicant lives with his 34 year old female partner and his 12 year old son.'],
    [
      "the employee's mother",
      "The patient's 70 year old mother had cancer. She is the mother of a 30 year old male.",
    ],
    ['someone cared for', 'The injured worker was lifting an 80 year old female patient.'],
    ['someone who caused the injury', 'The applicant was struck by a 20 year old male.'],
    ['pronouns and titles', 'Ms. Doe says that she fell. Mr. Doe wrote to her.'],
    ['dates of birth', 'Birthdates of 3/4/1960 and 4/3/1961 are given.'],
    ['a ward', 'The patient is a nurse in a male ward.'],
    ['a pain scale', 'The patient reports 7/10 year old pain.'],
  ])('%s', (_, summary) => {
    expect(read(summary)).toEqual({ age: null, sex: null, codes: [] });
  });
});

test.each([
  [
    'two ages',
    'The patient is a 45 year old male. The applicant is a 46-year-old male.',
    45,
    'MALE',
    'AGE_DISAGREES',
  ],
  [
    'two sexes',
    'The patient is a 45 year old male. The patient is a 45 year old female.',
    45,
    'MALE',
    'SEX_DISAGREES',
  ],
  ['an age of no worker', 'The patient is a 5 year old male.', null, 'MALE', 'UNREADABLE_VALUE'],
])('%s: a warning', (_, summary, age, sex, code) => {
  expect(read(summary)).toEqual({ age, sex, codes: [code] });
});

test('the spans are those of the number and of the word', () => {
  const summary = 'The injured worker is a 48 year old male.';
  const { age, sex } = readEmployee({ value: summary, span: [0, summary.length] });

  expect([age, sex].map((reading) => reading && summary.slice(...reading.span))).toEqual(['48', 'male']);
});
