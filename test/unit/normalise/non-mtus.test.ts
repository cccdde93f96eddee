import { expect, test } from '@jest/globals';
import { readNonMtusClause } from '../../../src/normalise/non-mtus.js';
import { contextOf, OFFSET, quoteOf, short } from './support.js';

const read = (clause: string) => readNonMtusClause(quoteOf(clause), contextOf());
const LOW_BACK = 'ODG / Low Back - Lumbar & Thoracic';

/** One chapter, many spellings: each is a wording, or a mixture of wordings, that reviewers use. */
const SPELLINGS: readonly (readonly [clause: string, ...citations: string[]])[] = [
  ['Official Disability Guidelines', 'ODG / - / - / '],
  ['ODG-TWC', 'ODG / - / - / '],
  ['Official Disability Guidelines (ODG), Low Back', `${LOW_BACK} / - / `],
  ['ODG, Low back section', `${LOW_BACK} / - / `],
  ['ODG Lower Back section, MRI', `${LOW_BACK} / - / Magnetic resonance imaging (MRI)`],
  ['ODG guidelines, Low Back- Lumbar & Thoracic chapter', `${LOW_BACK} / - / `],
  ['ODG: Low Back & Thoracic chapter (Acute & Chronic)', `${LOW_BACK} / - / `],
  [
    'ODG Low Back (Lumbar and Thoracic, Acute and Chronic) Chapter, Flexibility',
    `${LOW_BACK} / - / Flexibility`,
  ],
  [
    'ODG, Lumbar & Thoracic (Acute & Chronic), Discectomy/laminectomy',
    `${LOW_BACK} / - / Discectomy/laminectomy`,
  ],
  ['ODG, Hips & Pelvis, X-Ray', 'ODG / Hip & Pelvis / - / Radiography (x-rays)'],
  ['ODG Head section', 'ODG / Head / - / '],
  [
    'ODG, Head (trauma, headaches, etc., not including stress & mental disorders), CT',
    'ODG / Head / - / Computed tomography (CT)',
  ],
  [
    'ODG guidelines, Neck and Upper back, MRI',
    'ODG / Neck & Upper Back / - / Magnetic resonance imaging (MRI)',
  ],
  ['ODG physical therapy, wrist chapter', 'ODG / Forearm, Wrist, & Hand / - / Physical therapy (PT)'],
  ['ODG Forearm/Wrist/Hand, Splinting', 'ODG / Forearm, Wrist, & Hand / - / Splinting (padding)'],
  ['ODG Shoulder/DME', 'ODG / Shoulder / - / Durable medical equipment (DME)'],
  [
    'ODG (updated 10/3/16) Ankle and Foot Chapter (Online Version): PRP',
    'ODG / Ankle & Foot / - / Platelet-rich plasma (PRP)',
  ],
  ['ODG, 14th Edition, 2016, Mental Illness & Stress', 'ODG / Mental Illness & Stress / - / '],
  [
    'Work Loss Data Institute (21th Annual Edition), Official Disability Guidelines, Hernia',
    'ODG / Hernia / - / ',
  ],
  ['ODG Pain (Chronic) Chapter, subheading: Lidoderm', 'ODG / Pain / - / Lidoderm (lidocaine patch)'],
  ['ODG, Carpal Tunnel Syndrome Procedure Summary', 'ODG / Carpal Tunnel Syndrome / - / '],
  ['ODG Fitness for Duty, FCE', 'ODG / Fitness for Duty / - / Functional capacity evaluation (FCE)'],
  [
    'ODG Treatment Integrated Treatment/Disability Duration Guidelines Elbow (Acute & Chronic)',
    'ODG / Elbow / - / ',
  ],
  ['ODG, Knee & Leg, page 12', 'ODG / Knee & Leg / - /  p. 12'],
  ['ODG-Low Back-MRI', `${LOW_BACK} / - / Magnetic resonance imaging (MRI)`],
  ['ODG Shoulder MRI', 'ODG / Shoulder / - / Magnetic resonance imaging (MRI)'],
  ['ODG, Cervical Spine, CT', 'ODG / Neck & Upper Back / - / Computed tomography (CT)'],
  ['Offical Disability Guidelines (ODG) Shoulder', 'ODG / Shoulder / - / '],
  ['Offical Disability Guidelines (ODG), Pain', 'ODG / Pain / - / '],
  // a body part within a topic is no chapter
  ['ODG MRI shoulder', 'ODG / - / - / MRI shoulder'],
  ['ODG Gym Membership', 'ODG / - / - / Gym memberships'],
  ['ODG Physical Therapy Guidelines', 'ODG / - / - / Physical Therapy Guidelines'],
  ['ODG, Pain, Shoulder impingement', 'ODG / Pain / - / Shoulder impingement'],
  ['ODG, Low Back Chapter under MRI', `${LOW_BACK} / - / Magnetic resonance imaging (MRI)`],
  ['ODG- Elbow chapter- MRI', 'ODG / Elbow / - / Magnetic resonance imaging (MRI)'],
  [
    'ODG Low Back, Work conditioning, work hardening, Preoperative testing, general',
    `${LOW_BACK} / - / Work conditioning, work hardening; Preoperative testing, general`,
  ],
  [
    'ODG, Carpal Tunnel Syndrome, Carpal tunnel release surgery (CTR)',
    'ODG / Carpal Tunnel Syndrome / - / Carpal tunnel release surgery (CTR)',
  ],
  // several chapters
  [
    'ODG Neck and low back Chapter, MRI',
    'ODG / Neck & Upper Back / - / Magnetic resonance imaging (MRI)',
    `${LOW_BACK} / - / Magnetic resonance imaging (MRI)`,
  ],
  [
    'ODG Knee/DME, Low Back Lumbar and Thoracic/Mattress selection',
    'ODG / Knee & Leg / - / Durable medical equipment (DME)',
    `${LOW_BACK} / - / Mattress selection`,
  ],
  [
    'ODG, Shoulder (updated 12/12/16), MRI; Elbow chapter',
    'ODG / Shoulder / - / Magnetic resonance imaging (MRI)',
    'ODG / Elbow / - / ',
  ],
  // lists within chapters, named beside a chapter
  ['ODG, Knee. ODG Physical Therapy Guidelines', 'ODG / Knee & Leg / - / Physical Therapy Guidelines'],
  // without "ODG"
  ['Neck and Upper Back (Acute & Chronic)', 'ODG / Neck & Upper Back / - /  inferred'],
  ['Shoulder chapter, MRI', 'ODG / Shoulder / - / Magnetic resonance imaging (MRI) inferred'],
  ['MRI, knee', 'MRI, knee / - / - /  NO_MATCH'],
  ['Pain', 'Pain / - / - /  NO_MATCH [ODG > Pain]'],
  // other sources
  [
    'ACOEM Practice Guidelines, 3rd ed., Low Back Disorders, pg. 607',
    'ACOEM / Low Back Disorders / 2011 /  p. 607',
  ],
  ['ACOEM, Chapter 7, page 137', 'ACOEM / Independent Medical Examinations and Consultations / - /  p. 137'],
  [
    'ACOEM Low Back chapter',
    'ACOEM / Low Back / - /  AMBIGUOUS [ACOEM > Low Back Complaints | ACOEM > Low Back Disorders]',
  ],
  [
    'APG I Plus, 2010, Shoulder Disorders, Diagnostic Testing',
    'APG I Plus / Shoulder Disorders / 2010 / Diagnostic Testing',
  ],
  ['http://www.mdguidelines.com/sprains', 'MDGuidelines / - / - / '],
  ['UpToDate: Treatment of acute pain, version 3', 'UpToDate / - / - / '],
  ['UpToDate, Osteoarthritis; Aetna CPB', 'UpToDate / - / - / ', 'Aetna Clinical Policy Bulletin / - / - / '],
  ['ACOEM guidelines and the Official Disability Guidelines', 'ACOEM / - / - / ', 'ODG / - / - / '],
  [
    'ODG, Neck Chapter, ESI and Other Medical Treatment Guidelines https://journal.example/emg',
    'ODG / Neck & Upper Back / - / Epidural steroid injections (ESIs)',
    'https://journal.example/emg / - / - /  NO_MATCH',
  ],
  [
    'UpToDate, Osteoarthritis, Aetna CPB 0235',
    'UpToDate / - / - / ',
    'Aetna Clinical Policy Bulletin / - / - / ',
  ],
  ['FDA and PubMed', 'FDA / - / - / ', 'PubMed / - / - / '],
  [
    'A review of imaging, by the FDA and UpToDate',
    'A review of imaging, by the FDA and UpToDate / - / - /  AMBIGUOUS [FDA | UpToDate]',
  ],
  [
    'ODG, Pain Chapter; ACOEM, 3rd Edition, Chronic Pain; and www.drugs.com/pro/x.html',
    'ODG / Pain / - / ',
    'ACOEM / Chronic Pain / 2011 / ',
    'Drugs.com / - / - / ',
  ],
  ['AMA Guides, 5th edition, page 20', 'AMA Guides / - / - /  p. 20'],
  ['Labor Code 4610.5(c)(2)', 'Labor Code / - / - / '],
  ['ACOEM page 303', 'ACOEM / - / - /  p. 303'],
  ['ACOEM, 2nd edition, Low Back', 'ACOEM / Low Back Complaints / 2004 / '],
  ['ACOEM, 3rd edition, Low Back', 'ACOEM / Low Back Disorders / 2011 / '],
  ['Low Back Disorders', 'ACOEM / Low Back Disorders / - /  inferred'],
  [
    'Low Back',
    'Low Back / - / - /  AMBIGUOUS [ODG > Low Back - Lumbar & Thoracic | ACOEM > Low Back Complaints | ACOEM > Low Back Disorders]',
  ],
  ['Low Back (Flexibility)', 'ODG / Low Back - Lumbar & Thoracic / - / Flexibility inferred'],
  [
    'Shoulder',
    'Shoulder / - / - /  AMBIGUOUS [ODG > Shoulder | ACOEM > Shoulder Complaints | ACOEM > Shoulder Disorders]',
  ],
  ['Eye', 'Eye / - / - /  AMBIGUOUS [ODG > Eye | ACOEM > Eye | ACOEM > Eye Disorders]'],
  [
    'ODG Neck & Upper Back and Other Medical Treatment Guidelines or Medical Evidence: Cochrane Database',
    'ODG / Neck & Upper Back / - / ',
    'Cochrane / - / - / ',
  ],
  [
    'Skeletal Trauma, Smith et al., 3rd volume',
    'Skeletal Trauma, Smith et al., 3rd volume / - / - /  NO_MATCH',
  ],
];

test.each(SPELLINGS)('%s', (clause, ...expected) => {
  expect(read(`${clause}.`).map(short)).toEqual(expected);
});

test('each citation quotes words of the letter at their place', () => {
  for (const [clause] of SPELLINGS) {
    for (const { raw, span } of read(clause))
      expect(clause.slice(span[0] - OFFSET, span[1] - OFFSET)).toBe(raw);
  }
});

test('an empty clause cites nothing', () => {
  expect(read(' . ')).toEqual([]);
});
