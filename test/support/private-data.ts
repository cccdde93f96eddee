import fc from 'fast-check';
import { letter2014, letter2016, ITEM } from './letters.js';

/** A person that nobody is, and what a letter may tell of them. */
export interface PrivateData {
  readonly first: string;
  readonly last: string;
  readonly street: string;
  readonly zip: string;
  readonly phone: string;
  readonly claim: string;
  readonly birthDay: string;
  readonly ssn: string;
  readonly adj: string;
}

const name = fc
  .tuple(
    fc.constantFrom('Bram', 'Quin', 'Vel', 'Tor', 'Zan', 'Hul'),
    fc.constantFrom('dr', 'st', 'lb', 'ng', 'mm'),
    fc.constantFrom('ell', 'ova', 'ingham', 'esen', 'ucci'),
  )
  .map((parts) => parts.join(''));
const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^[2-9][0-9]{${length - 1}}$`), { size: 'max' });

export const privateData: fc.Arbitrary<PrivateData> = fc.record({
  first: name,
  last: name.map((word) => `${word}ly`),
  street: name.map((word) => `${word}ton`),
  zip: digits(3).map((end) => `97${end}`),
  phone: digits(4).map((end) => `(916) 555-${end}`),
  claim: digits(9).map((number) => `WC-${number}`),
  birthDay: fc.integer({ min: 1, max: 28 }).map((day) => `11/${day}/1931`),
  ssn: digits(4).map((end) => `987-65-${end}`),
  adj: digits(7).map((number) => `ADJ${number}`),
});

/** What must not be found anywhere afterwards: words of its own that a letter has from these data alone. */
export function tokensOf({
  first,
  last,
  street,
  zip,
  phone,
  claim,
  birthDay,
  ssn,
  adj,
}: PrivateData): string[] {
  return [first, last, street, zip, phone.slice(6), claim.slice(3), birthDay, ssn, adj.slice(3)];
}

/** Ways of telling them. */
export const TELLINGS: readonly ((who: PrivateData) => string)[] = [
  ({ first, last }) => `Dr. ${first} ${last} saw the patient on 10/14/2016.`,
  ({ last }) => `It was asked for by Dr. ${last}, who noted spasm.`,
  ({ first, last }) => `The report was signed by ${first} ${last}, M.D., on 10/14/2016.`,
  ({ first, last }) => `Ms. ${first} ${last} has pain. ${last} rests. In the words of ${last}, it is worse.`,
  ({ first, last }) => `The applicant, ${first} ${last}, has pain.`,
  ({ first, last, claim }) => `Claimant: ${first} ${last}, Claim Number: ${claim}.`,
  ({ last, phone }) => `Mrs. ${last} may be called at ${phone}.`,
  ({ first, last }) => `Write to ${first}.${last}@clinic.example.com for the records.`,
  ({ street, zip }) => `The accident was at 4711 ${street} Street, Fresno, CA ${zip}.`,
  ({ birthDay, ssn }) => `She was born on ${birthDay} (SSN ${ssn}).`,
  ({ adj, claim }) => `The board has it as ${adj}; the claim no. is ${claim}.`,
];

const tellings = fc.array(fc.constantFrom(...TELLINGS), { minLength: 1, maxLength: 4 });

/** An addressee with all that stands above a letter. */
function headerOf({ first, last, street, zip, birthDay, claim, phone }: PrivateData): string {
  return [
    `${first} ${last}`,
    `4711 ${street} Ave., Apt. 3`,
    `Fresno, CA ${zip}`,
    '',
    `Employee Name: ${last}, ${first}`,
    `Date of Birth: ${birthDay}`,
    `Claim Number: ${claim}`,
    `Phone: ${phone}`,
    '',
    '',
  ].join('\n');
}

/** A letter into which private data of a person were written, and the same without them but for the header. */
export interface PrivateLetter {
  readonly text: string;
  readonly who: PrivateData;
}

/** Letters of two eras that tell private data above the letter, in the summary and in the rationale. */
export const privateLetter: fc.Arbitrary<PrivateLetter> = fc
  .record({
    who: privateData,
    inSummary: tellings,
    inRationale: tellings,
    hasHeader: fc.boolean(),
    has2016: fc.boolean(),
  })
  .map(({ who, inSummary, inRationale, hasHeader, has2016 }) => {
    const told = (some: typeof inSummary) => some.map((tell) => tell(who)).join(' ');
    const fields = {
      summary: `The injured worker is a 44 year old female who was hurt on 10-14-2016. ${told(inSummary)} She stopped working.`,
      items: [{ ...ITEM, rationale: `${told(inRationale)} ${ITEM.rationale}` }],
    };
    const letter = has2016 ? letter2016(fields) : letter2014(fields);
    return { text: (hasHeader ? headerOf(who) : '') + letter, who };
  });
