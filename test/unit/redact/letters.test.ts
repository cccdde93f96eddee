import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sha256 } from '../../../src/common/hash.js';
import { toDetermination } from '../../../src/corpus/read-determination.js';
import { isRejection } from '../../../src/documents/document.js';
import type { Determination } from '../../../src/normalise/determination.js';
import { COVER, redact } from '../../../src/redact/redact.js';
import { SOURCE, sampleTexts } from '../../support/parse.js';
import { privateLetter, tokensOf } from '../../support/private-data.js';

async function read(text: string, isRedacted: boolean): Promise<Determination> {
  const bytes = Buffer.from(text);
  const outcome = await toDetermination(
    { path: 'letter.txt', sha256: sha256(bytes), bytes },
    { redact: isRedacted },
  );
  if (isRejection(outcome)) throw outcome.error;
  return outcome;
}

/** What a letter says, in one string; warnings quote its words, and come apart. */
function said({ parserVersion, warnings, ...rest }: Determination): string {
  return JSON.stringify(rest);
}

test('a letter says the same but for what was covered, and nothing private', async () => {
  await fc.assert(
    fc.asyncProperty(privateLetter, async ({ text, who }) => {
      const [plain, covered] = [await read(text, false), await read(text, true)];
      const tokens = tokensOf(who);
      for (const token of tokens)
        expect(JSON.stringify(covered).toLowerCase()).not.toContain(token.toLowerCase());
      // Nothing but spaces, or signs that stand for what was covered, is another than before.
      const [before, after] = [said(plain), said(covered)];
      expect(after).toHaveLength(before.length);
      expect(Array.from(after, (sign, i) => (sign === COVER ? before[i] : sign)).join('')).toBe(before);
      expect(covered.warnings.at(-1)).toMatchObject({ code: 'REDACTED' });
      expect(covered.parserVersion).toBe(`${plain.parserVersion}+redacted`);
    }),
    { numRuns: 200 },
  );
});

test('what was redacted is not changed by it again', () => {
  fc.assert(
    fc.property(privateLetter, ({ text }) => {
      const once = redact({ source: SOURCE, text }).document;
      expect(redact(once)).toEqual({ document: once, counts: {} });
    }),
  );
});

test('letters without private data are read as ever, but for the version', async () => {
  for (const text of sampleTexts()) {
    const [plain, covered] = [await read(text, false), await read(text, true)];
    expect(covered).toEqual({ ...plain, parserVersion: `${plain.parserVersion}+redacted` });
  }
});

/** A letter of a firm's own file, as the claims administrator has it. */
const OWN = `MAXIMUS FEDERAL SERVICES, INC.
Independent Medical Review
P.O. Box 138009
Sacramento, CA 95813-8009
(855) 865-8873   Fax: (916) 605-4270

Notice of Independent Medical Review Determination

Dated: 10/4/2013

Jane Q. Roebling
4711 Juniper Hill Road, Apt. 12B
Bakersfield, CA 93301

Employee: Jane Q. Roebling
Claim Number: 0512-WC-13-0001234
Date of UR Decision: 9/3/2013
Date of Injury: 8/9/2004
IMR Application Received: 9/12/2013
MAXIMUS Case Number: CM13-9900021

Dear Ms. Roebling:

1) MAXIMUS Federal Services, Inc. has determined the request for a 6 week weight loss program
is not medically necessary and appropriate.

INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

An application for Independent Medical Review was filed on 9/12/2013 disputing the Utilization
Review Denial dated 9/3/2013. A decision has been made for each of the treatment and/or
services that were in dispute:

1) MAXIMUS Federal Services, Inc. has determined the request for a 6 week weight loss program
is not medically necessary and appropriate.

Medical Qualifications of the Expert Reviewer:
The physician reviewer is Board Certified in Occupational Medicine and is licensed to practice in
California.

Case Summary:
Disclaimer: The following case summary was taken directly from the utilization review
denial/modification dated September 3, 2013.
"Ms. Roebling (DOB 1/2/1956) is a 57 year-old female with a date of injury of 8/9/2004. She was
seen by Dr. Peter Deverell, who asked for the program; Deverell's report names ADJ1234567."

Documents Reviewed for Determination:
- Letter of Thomas Q. Vandermeer, Esq., attorney of the applicant
- Medical records from the claims administrator

1) Regarding the request for a 6 week weight loss program:

Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to
Make His/Her Decision:

The Claims Administrator did not cite any evidence based guideline. The Expert Reviewer
based his/her decision on the Official Disability Guidelines (ODG), Knee Chapter, Gym
memberships.

Rationale for the Decision:
Dr. Deverell does not say that Ms. Roebling tried a diet at home. The request for a 6 week
weight loss program is not medically necessary and appropriate.

Effect of the Decision:
The determination is binding.

Sincerely,

Anna Lindqvist-Moe, MD, MPH
Medical Director

cc: Peter Deverell, MD
`;

test("a letter of a firm's own file keeps what it decides and loses who it is about", async () => {
  const letter = await read(OWN, true);
  expect(JSON.stringify(letter)).not.toMatch(
    /Roebling|Jane|Deverell|Peter|Vandermeer|Thomas|Lindqvist|Anna|Juniper|Bakersfield|93301|95813|0001234|1\/2\/1956|1234567|865-8873|605-4270/i,
  );
  expect(letter).toMatchObject({
    template: '2013-notice',
    case: {
      caseNumber: 'CM13-9900021',
      outcome: 'UPHOLD',
      dateOfInjury: '2004-08-09',
      decisionDate: '2013-10-04',
      utilizationReviewDate: '2013-09-03',
      applicationReceivedDate: '2013-09-12',
    },
    employee: { age: 57, sex: 'FEMALE' },
    findings: [{ label: 'a 6 week weight loss program', decision: 'UPHELD' }],
  });
  expect(letter.source.sha256).toBe(sha256(Buffer.from(OWN)));
});
