import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fold } from '../../../src/normalise/names.js';
import { bodyRegions, serviceOf, services } from '../../../src/normalise/service.js';

test.each([
  [
    'MRI of the right shoulder without contrast',
    'MRI',
    ['Shoulder'],
    'Diagnostic Testing > Imaging/Radiology',
  ],
  ['Retrospective X-Ray lumbar spine', 'X-ray', ['Lumbar spine'], 'Diagnostic Testing > Imaging/Radiology'],
  [
    'Outpatient Radiologic Imaging of Cervical Spine',
    'Imaging (unspecified)',
    ['Cervical spine'],
    'Diagnostic Testing > Imaging/Radiology',
  ],
  [
    'EMG/NCV of the bilateral upper extremities',
    'EMG/NCS',
    ['Upper extremity'],
    'Diagnostic Testing > EMG/NCV/NCS',
  ],
  ['Pre-operative PT/PTT', 'Coagulation studies', [], 'Diagnostic Testing > Lab & Pathology'],
  ['Labs to include: EKG', 'Electrocardiogram', [], 'Diagnostic Testing > Other Diagnostic Tests'],
  [
    'Post-op physical therapy 2 times a week for 4 weeks, left knee',
    'Physical therapy',
    ['Knee'],
    'Rehabilitation > Physical Therapy/Occupational Therapy (PT/OT)',
  ],
  [
    'Acupuncture x 6, neck and low back',
    'Acupuncture',
    ['Cervical spine', 'Lumbar spine'],
    'Rehabilitation > Acupuncture',
  ],
  ['Associated surgical service: Cold therapy unit, 7 day rental', 'Cold therapy unit', [], 'DMEPOS > DME'],
  [
    'Right shoulder arthroscopy with subacromial decompression',
    'Shoulder arthroscopy',
    ['Shoulder'],
    'Surgery > Arthroscopic Surgery',
  ],
  [
    'L4-5 transforaminal epidural steroid injection under fluoroscopic guidance',
    'Epidural steroid injection',
    ['Lumbar spine'],
    'Injection > Injection',
  ],
  [
    'Ultrasound guided cortisone injection, right hip',
    'Corticosteroid injection',
    ['Hip'],
    'Injection > Injection',
  ],
  ['C5-C6 anterior cervical discectomy and fusion', 'Cervical fusion', ['Cervical spine'], 'Surgery > Spine'],
  ['Norco 10/325mg #90', 'Hydrocodone/acetaminophen', [], 'Pharmaceuticals > Opioids'],
  ['Voltaren 1% gel 100gm', 'Diclofenac gel', [], 'Pharmaceuticals > Topical Analgesics'],
  ['Lidoderm 5% patch #30', 'Lidocaine patch', [], 'Pharmaceuticals > Topical Analgesics'],
  ['Psychology consult', 'Psychological evaluation', [], 'Psych Services > Evaluation & Management'],
  ['Home health aide 4 hours a day', 'Home health care', [], 'Home Health > Home Health'],
  ['Transportation to and from appointments', 'Transportation', [], 'Transportation > Transportation'],
  ['Referral to a hand surgeon', 'Surgical consultation', ['Hand'], 'Surgery > Surgical Consult'],
  // several strengths make a compound, whatever its first ingredient
  ['Gabapentin 10%/Bupivacaine 5% cream', 'Topical compound', [], 'Pharmaceuticals > Topical Compounds'],
  ['Flurbiprofen 20% cream', 'Topical compound', [], 'Pharmaceuticals > Topical Compounds'],
  ['Flurbiprofen 100mg #60', 'Flurbiprofen', [], 'Pharmaceuticals > NSAID'],
  ['Norco 10/325mg, 50% of the request', 'Hydrocodone/acetaminophen', [], 'Pharmaceuticals > Opioids'],
  // imaging or therapy, topical or injected: not said
  ['Ultrasound, 8 sessions', 'Ultrasound', [], null],
  ['Lidocaine 1% 10 ml', 'Lidocaine', [], null],
  [
    'Ultrasound of the right elbow',
    'Ultrasound imaging',
    ['Elbow'],
    'Diagnostic Testing > Imaging/Radiology',
  ],
  ['L3-S1 decompression and fusion', 'Spinal fusion', ['Lumbar spine'], 'Surgery > Spine'],
  ['C5-7 epidural', 'Epidural steroid injection', ['Cervical spine'], 'Injection > Injection'],
  [
    'Consultation for epidural steroid injection',
    'Consultation',
    [],
    'Evaluation & Management > Medical Specialties',
  ],
  ['Something quite unheard of', null, [], null],
])('%s', (label, modality, regions, category) => {
  expect(serviceOf(label)).toEqual({
    modality,
    bodyRegions: regions,
    category,
    retrospective: label.startsWith('Retro'),
  });
});

describe('the lexicon', () => {
  const regions = bodyRegions.map(({ name }) => name);

  test('names each modality and each body region once', () => {
    const modalities = services.map(({ modality }) => fold(modality));
    expect(new Set(modalities).size).toBe(modalities.length);
    expect(new Set(regions).size).toBe(regions.length);
  });

  test('gives each term one meaning', () => {
    const meanings = new Map<string, string[]>();
    for (const { modality, terms } of services) {
      terms.forEach((term) => meanings.set(fold(term), [...(meanings.get(fold(term)) ?? []), modality]));
    }
    expect([...meanings].filter(([, modalities]) => modalities.length > 1)).toEqual([]);
  });

  test('finds each term as its own modality', () => {
    const other = services.flatMap(({ modality, terms }) =>
      terms
        .filter((term) => serviceOf(term).modality !== modality)
        .map((term) => [term, serviceOf(term).modality]),
    );
    expect(other).toEqual([]);
  });

  test('finds each body region by each of its terms', () => {
    for (const { name, terms } of bodyRegions) {
      for (const term of terms) expect(serviceOf(`MRI of the left ${term}`).bodyRegions).toContain(name);
    }
  });

  test('has only the categories of the treatment request list', () => {
    const tops = [
      'Diagnostic Testing',
      'DMEPOS',
      'Evaluation & Management',
      'Home Health',
      'Injection',
      'Pharmaceuticals',
    ];
    tops.push('Programs', 'Psych Services', 'Rehabilitation', 'Surgery', 'Therapies', 'Transportation');
    const strange = services.filter(
      ({ category }) => category !== null && !tops.includes(category.split(' > ')[0] ?? ''),
    );
    expect(strange).toEqual([]);
  });

  test('has no key that the project does not read', () => {
    const file = new URL('../../../src/normalise/data/services.json', import.meta.url);
    const raw = JSON.parse(readFileSync(file, 'utf8')) as { services: object[] };
    const keys = new Set(raw.services.flatMap(Object.keys));
    expect([...keys].sort()).toEqual(['category', 'generic', 'modality', 'terms']);
  });
});
