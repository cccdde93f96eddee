// @ts-check
/**
 * Reads letters into which 1 MB of something unkind was put, each in a process of its own, and prints how long parsing
 * and normalising take. Fails when one takes a second or more. See bench/README.md.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { letterOf, PARTS } from '../test/hostile/letter.js';
import { PROJECT } from './accuracy/letters.js';

const SIZE = 1_000_000;
/** Milliseconds. */
const ALLOWED = 1000;
const GIVEN_UP = 60_000;

/** @typedef {import('../test/hostile/letter.js').Place} Place */

/** Name, where it is put, and what is repeated. @type {readonly (readonly [string, Place, string])[]} */
const SWELLINGS = [
  ['one letter', 'summary', 'a'],
  ['spaces', 'rationale', ' '],
  ['blank lines', 'summary', '\n'],
  ['page breaks', 'rationale', '\f1\n'],
  ['short lines', 'rationale', 'no end of it\n'],
  ['hyphens at line ends', 'summary', 'a-\n'],
  ['capital words', 'header', 'A '],
  ['torn header labels', 'header', 'Application Priority: '],
  ['header labels', 'header', 'Case Number: '],
  ['digits', 'summary', '1'],
  ['dates', 'summary', 'injury on 10-10-2016 '],
  ['months', 'summary', 'October 10, '],
  ['ages', 'summary', '44 year old a, a, a, '],
  ['people', 'summary', 'the patient is a, a, a, a '],
  ['reviews', 'summary', 'utilization review report '],
  ['item headings', 'rationale', 'MRI: Upheld\n'],
  ['decision labels', 'rationale', 'MAXIMUS guideline: x\n'],
  ['original requests', 'heading', 'X was the original request. '],
  ['authorized requests', 'heading', 'X was authorized by the Claims Administrator. '],
  ['services', 'heading', 'lumbar MRI and cervical epidural injection '],
  ['strengths', 'heading', 'Norco 10/325 mg #60 '],
  ['drugs', 'heading', 'norco '],
  ['purposes', 'heading', 'clearance for surgery '],
  ['vertebrae', 'heading', 'C5-6 L4-S1 T8-9 '],
  ['mistyped services', 'heading', 'acupunctrue '],
  ['numbers', 'heading', 'twenty '],
  ['MTUS titles', 'guideline', 'Decision based on MTUS Knee Complaints 2004, '],
  ['sections', 'guideline', 'Section(s): Special Studies, '],
  ['pages', 'guideline', 'pages 1-2, 3, table 8-8, '],
  ['non-MTUS citations', 'guideline', 'Decision based on Non-MTUS Citation ODG, Pain; '],
  ['commas', 'guideline', ', '],
  ['known sections', 'guideline', 'Initial Care, '],
  ['unknown sections', 'guideline', 'no such thing, '],
  ['sections in brackets', 'guideline', '(Opioids) ('],
  ['bases', 'guideline', 'Decision based on MTUS '],
  ['sentences', 'guideline', 'The reviewer based his decision on the '],
  ['ODG chapters and', 'guideline', 'Decision based on Non-MTUS Citation ODG, Low Back and Neck, MRI '],
  ['addresses', 'guideline', 'Decision based on Non-MTUS Citation www.a.b '],
  ['one word in a line', 'guideline', 'a'],
  ['spaces in a line', 'guideline', ' '],
  ['words after ODG', 'guideline', 'ODG no '],
  ['guidelines named', 'rationale', 'MTUS ACOEM Chapter 12 Low Back Complaints page 303 '],
  ['ODG named', 'rationale', 'Official Disability Guidelines (ODG) Pain Chapter '],
  ['numbered criteria', 'rationale', 'criteria: (1) a; (2) b; '],
  ['lettered criteria', 'rationale', 'criteria: a) a; b) b; '],
  ['open brackets', 'rationale', '('],
  ['full stops', 'rationale', '. '],
  ['quotation marks', 'rationale', '"'],
  ['states', 'states', 'California, '],
  ['specialties and', 'states', 'a and '],
];

/** Letters of samples/, one for each way in which an era tells its items. */
const SAMPLES = ['2013-review-lumbar-mri', 'CM13-9900021', 'CM13-9900024', '2014-cervical-ct'];
/** What is put among the items of each. @type {readonly (readonly [string, string])[]} */
const AMONG_ITEMS = [
  ['item headings', 'MRI: Upheld\n'],
  ['numbered items', '1. MRI is not medically necessary and appropriate.\n'],
  ['openings', 'The Claims Administrator based '],
  ['dates', 'October 10, 2016 '],
];

/** Every letter that is read: what it is called, and how its text is made. */
const LETTERS = [
  ...SWELLINGS.map(([name, place, unit]) => ({
    name: `${name} in the ${place}`,
    text: () => letterOf(swollenPart(place, unit)),
  })),
  ...SAMPLES.flatMap((sample) =>
    AMONG_ITEMS.map(([name, unit]) => ({ name: `${name} in ${sample}`, text: () => swollen(sample, unit) })),
  ),
];

/** @param {string} unit */
function swelling(unit) {
  return unit.repeat(SIZE / unit.length);
}

/** Both guidelines are alike: they are read in different ways. @param {Place} place @param {string} unit */
function swollenPart(place, unit) {
  const part = `${PARTS[place]} ${swelling(unit)} ${PARTS[place]}`;
  return place === 'guideline' ? { guideline: part, claimsGuideline: part } : { [place]: part };
}

/** A sample with a swelling at the first line end of its last third. @param {string} sample @param {string} unit */
function swollen(sample, unit) {
  const text = readFileSync(join(PROJECT, 'samples', `${sample}.txt`), 'utf8');
  const at = text.indexOf('\n', Math.floor((text.length * 2) / 3)) + 1;
  return text.slice(0, at) + swelling(unit) + text.slice(at);
}

/** Processor time that each stage takes. @param {string} text */
async function timesOf(text) {
  const { parseLetter } = await import(join(PROJECT, 'dist/parse/parse-letter.js'));
  const { normalise } = await import(join(PROJECT, 'dist/normalise/normalise.js'));
  const source = { path: 'letter.txt', sha256: '', mediaType: 'text/plain', pages: 1 };
  normalise(parseLetter({ source, text: letterOf({}) }));
  const start = cpuTime();
  try {
    const letter = parseLetter({ source, text });
    const parsed = cpuTime();
    normalise(letter);
    return { parse: parsed - start, normalise: cpuTime() - parsed, refused: '' };
  } catch (error) {
    const refused = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { parse: cpuTime() - start, normalise: 0, refused };
  }
}

/** Milliseconds of processor time of this process: other work on the machine does not count. */
function cpuTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The number of one letter, when this is the process that reads it. */
const asked = process.argv[2];
if (asked === undefined) runAll();
else console.log(JSON.stringify(await timesOf(LETTERS[Number(asked)]?.text() ?? '')));

function runAll() {
  let slow = 0;
  LETTERS.forEach(({ name }, index) => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(index)], {
      timeout: GIVEN_UP,
      encoding: 'utf8',
    });
    const times = stdout === '' ? undefined : JSON.parse(stdout);
    const total = times ? times.parse + times.normalise : GIVEN_UP;
    if (total >= ALLOWED) slow++;
    const words = times
      ? `parse ${times.parse.toFixed(0).padStart(6)} ms, normalise ${times.normalise.toFixed(0).padStart(6)} ms ${times.refused}`
      : 'given up';
    console.log(`${total >= ALLOWED ? 'SLOW' : '    '} ${name.padEnd(40)} ${words}`);
  });
  console.log(`${slow} of ${LETTERS.length} took ${ALLOWED} ms or more`);
  process.exitCode = slow > 0 ? 1 : 0;
}
