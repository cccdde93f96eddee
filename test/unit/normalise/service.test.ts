import { expect, test } from '@jest/globals';
import { readService } from '../../../src/normalise/service/service.js';

const serviceOf = (label: string) => readService(label).service;

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
  ['L3-S1 decompression and fusion', 'Lumbar fusion', ['Lumbar spine'], 'Surgery > Spine'],
  ['C5-7 epidural', 'Epidural steroid injection', ['Cervical spine'], 'Injection > Injection'],
  [
    'Consultation for epidural steroid injection',
    'Consultation',
    [],
    'Evaluation & Management > Medical Specialties',
  ],
  ['Something quite unheard of', null, [], null],
])('%s', (label, modality, regions, category) => {
  expect(serviceOf(label)).toMatchObject({
    modality,
    bodyRegions: regions,
    category,
    retrospective: label.startsWith('Retro'),
  });
});
