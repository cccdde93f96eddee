import { expect, test } from '@jest/globals';
import type { RedactionKind } from '../../../src/redact/found.js';
import { COVER, redact } from '../../../src/redact/redact.js';
import { sampleTexts, SOURCE } from '../../support/parse.js';

/** The text without the brackets that say what is private, and the same with that covered. */
function toldApart(marked: string): { text: string; covered: string } {
  return {
    text: marked.replace(/[⟦⟧]/g, ''),
    covered: marked.replace(/⟦([^⟧]*)⟧/g, (_, words: string) => words.replace(/\S/g, COVER)),
  };
}

const textOf = (text: string) => redact({ source: SOURCE, text }).document.text;

const FORMS: Readonly<Record<RedactionKind, readonly string[]>> = {
  NAME: [
    'She was seen by Dr. ⟦Roebling⟧ on 10/14/2016.',
    'Dr. ⟦Jane Q. Roebling⟧ asked for an MRI.',
    'Dr ⟦Roebling⟧ noted spasm.',
    "per Dr. ⟦Roebling⟧'s report of 10/14/2016",
    'seen by DR. ⟦ROEBLING⟧ FOR PAIN',
    'a note of dr. ⟦Roebling⟧',
    'Drs. ⟦Roebling⟧ and ⟦Deverell⟧ agreed.',
    'Dr. ⟦Young⟧ asked for it.',
    "Dr. ⟦O'Dowd-Marsh⟧ and Dr. ⟦de la Cruz⟧ agreed.",
    'Doctor ⟦Roebling⟧ recommended surgery.',
    'Mr. ⟦Deverell⟧ is a 44 year old male.',
    'Ms. ⟦Deverell⟧ has pain.',
    'Mrs ⟦Deverell⟧ takes Norco.',
    'The report was signed by ⟦Jane Roebling⟧, M.D.',
    'The report of ⟦Jane Q. Roebling⟧ MD was read.',
    'by ⟦Roebling⟧, D.C., of 10/14/2016',
    'according to ⟦Peter van Deverell⟧, Esq.',
    'Employee: ⟦Jane Roebling⟧',
    'Employee Name: ⟦ROEBLING, JANE Q.⟧',
    'Injured Worker: ⟦Jane Roebling⟧     Date of Injury: 10/14/2016',
    'Claimant: ⟦Jane Roebling⟧, Claim Number: ',
    'Provider Name: ⟦Peter Deverell⟧, MD',
    'Claims Adjuster: ⟦Peter Deverell⟧',
    "Applicant's Attorney: ⟦Peter Deverell⟧",
    'RE: ⟦Jane Roebling⟧',
    'Re: ⟦Roebling, Jane⟧',
    'cc: ⟦Peter Deverell⟧',
    'Dear Ms. ⟦Roebling⟧:',
    'Dear ⟦Jane Roebling⟧,',
    'Sincerely,\n\n⟦Peter Deverell⟧, MD, MPH\nMedical Director',
    'The applicant, ⟦Jane Roebling⟧, has pain.',
    'the employee ⟦Jane Roebling⟧ has pain',
    'Claimant ⟦Roebling⟧ has pain.',
    'Attorney ⟦Peter Deverell⟧ objected.',
    'Ms. ⟦Jane Roebling⟧ has pain. ⟦Roebling⟧ takes Norco, and ⟦Jane Roebling⟧ rests.',
    'The patient was seen for pain in the neck and in both shoulders by Dr.\n⟦Roebling⟧ in June.',
    'The patient was seen for pain in the neck and in both arms by Dr. ⟦Jane⟧\n⟦Roebling⟧ in June.',
  ],
  ADDRESS: [
    '⟦123 Main Street⟧',
    'She lives at ⟦4711 N. Oak Hill Blvd., Apt. 12B, Bakersfield, CA 93301⟧.',
    '⟦12 5th Ave⟧ is where she fell.',
    'MAXIMUS, ⟦P.O. Box 138009, Sacramento, CA 95813-8009⟧',
    '⟦900 ELM ST⟧\n⟦FRESNO, CA 93701⟧',
    '⟦77 Juniper Dr, Unit 4⟧',
    '⟦Los Angeles, California 90012⟧',
  ],
  PHONE: [
    'Phone: ⟦(916) 555-0134⟧',
    'call ⟦916-555-0134 ext. 12⟧ today',
    'Fax ⟦916.555.0134⟧',
    'tel ⟦9165550134⟧',
    '⟦1-800-555-0134⟧',
  ],
  EMAIL: ['Write to ⟦jane.roebling+imr@clinic.example.com⟧.'],
  CLAIM_NUMBER: [
    'Claim Number: ⟦0512-WC-14-0001234⟧',
    'Claims Number: ⟦301 234 567⟧  Date of Injury: 10/14/2016',
    'claim # ⟦ABC1234567⟧',
    'Claim No. ⟦WC-77/1234⟧ was accepted',
    'Policy Number ⟦PX99887766⟧',
    'Medical Record Number: ⟦00123456⟧',
    'File no.: ⟦123-456⟧',
  ],
  SOCIAL_SECURITY_NUMBER: [
    'SSN: ⟦123-45-6789⟧',
    'SSN ⟦xxx-xx-6789⟧',
    'Social Security Number ⟦123456789⟧',
    '(⟦123-45-6789⟧)',
  ],
  WCAB_NUMBER: [
    '⟦ADJ1234567⟧',
    'WCAB No.: ⟦ADJ 7654321⟧',
    'WCAB Case Number ⟦LAO 0123456⟧',
    'EAMS #: ⟦12345678⟧',
  ],
  BIRTH_DATE: [
    'DOB: ⟦1/2/1970⟧, 46 years old',
    'Date of Birth: ⟦January 2, 1970⟧',
    'She was born on ⟦2 Jan 1970⟧ in Fresno.',
    '(D.O.B. ⟦1970-01-02⟧)',
    'a 46 year old female (born ⟦01/02/70⟧)',
  ],
};

const EACH = (Object.entries(FORMS) as [RedactionKind, string[]][]).flatMap(([kind, forms]) =>
  forms.map((marked) => [kind, marked] as const),
);

test.each(EACH)('%s is covered, and nothing else: %j', (kind, marked) => {
  const { text, covered } = toldApart(marked);
  const redacted = redact({ source: SOURCE, text });
  expect(redacted.document.text).toBe(covered);
  expect(Object.keys(redacted.counts)).toEqual([kind]);
});

test.each([
  'Case Number: CM16-0231706',
  'Case Number: IMR 13-000004',
  'Date of Injury: 10/14/2016                Decision Date: 01/17/2017',
  'MAXIMUS Case Number: CM13-9900021\nEmployee: \nClaim Number: \nDate of UR Decision: 9/3/2013',
  'Claim Number: \n9/3/2013',
  'State(s) of Licensure: New York, Maryland, DC\nCertification(s)/Specialty: Physical Medicine & Rehabilitation, Pain Management',
  'a 46 year old female, age 46, born in 1970',
  "On a Doctor's First Report dated December 15, 2016 a doctor asked for it.",
  'Pantoprazole sod DR 20mg #60: Upheld',
  'MS Contin 15 mg #60 and Ms Contin',
  'Hawkins, Neer and Spurling tests are positive; Phalen and Tinel signs are not.',
  'The patient was seen by Dr. in June.',
  'Physical therapy 3 times a week for 4 weeks: Upheld',
  'C5-6, L4-5 and L5-S1; NDC 00054-0283-25; CPT 99213; 10-14-2016; ICD M54.5; 3-2-1',
  'Official Disability Guidelines (ODG), Low Back Chapter, MRI',
  'RE: Lumbar MRI',
  'To: 10 From: 20',
  'Patient: Female, 44',
  'Dear Sir or Madam:',
  'Journal of Hand Surgery 2004;29:1234-1240. http://www.example.com/a-b',
  'Decision rationale: Applicant Attorney fees are not at issue (MD/DO).',
])('nothing is covered in %j', (text) => {
  const redacted = redact({ source: SOURCE, text });
  expect(redacted).toEqual({ document: { source: SOURCE, text }, counts: {} });
});

test('letters without private data come back as they are', () => {
  for (const text of sampleTexts()) expect(textOf(text)).toBe(text);
});

test('what was covered is counted by kind, each run once', () => {
  const text = 'Employee: Jane Roebling\nDOB: 1/2/1970\nPhone: (916) 555-0134\nMs. Roebling has pain.';
  expect(redact({ source: SOURCE, text }).counts).toEqual({ NAME: 2, BIRTH_DATE: 1, PHONE: 1 });
});

test('spaces and line ends stay where they are', () => {
  const text = 'Employee:     Jane  Roebling\n123 Main Street\nFresno, CA 93701\n';
  expect(textOf(text).replace(/\S/g, 'x')).toBe(text.replace(/\S/g, 'x'));
});

/** What goes on for long, and makes a pattern without bounds try every way of reading it: the test would not end in time. */
test.each(
  [
    ...[
      'A',
      'Aa ',
      'A. ',
      'Dr. ',
      'Dr. Roe ',
      'Mr. A. ',
      'de la ',
      "O'",
      'A-',
      '\u00ad',
      'Roe, M.D. ',
      'Employee: ',
      'RE: ',
    ],
    ...[
      'Employee: Roe, ',
      'dear ',
      'Sincerely,\n',
      '\n',
      ' ',
      ' \n',
      'DOB ',
      'born on ',
      'January 1, ',
      'WCAB ',
      'ADJ',
    ],
    ...[
      '1',
      '1 ',
      '1-',
      '123 ',
      '123 Oak ',
      '123 A A A A ',
      'Box ',
      'PO Box ',
      'CA 9',
      'Los Angeles, CA ',
      '1 A\n',
    ],
    ...['@', 'a@', 'a@b.', 'claim number ', 'claim no: 1 ', 'claim #'],
  ].map((unit) => [unit]),
)('a text that repeats %j is looked through in bounded time', (unit) => {
  const text = unit.repeat(200_000 / unit.length);
  expect(textOf(text)).toHaveLength(text.length);
});
