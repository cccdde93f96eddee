import { readFileSync } from 'node:fs';
import type { Family } from '../../../../src/normalise/criteria/lexicon.js';
import type { ServiceRequest } from '../../../../src/normalise/determination.js';
import type { Decision } from '../../../../src/parse/letter.js';

/** An invented rationale and what it says. */
export interface Case {
  readonly decision: Decision;
  readonly family: Family;
  readonly rationale: string;
  /** "RED_FLAG NOT_MET", in the order of the file. */
  readonly expected: readonly string[];
  /** Whether the rules alone read it otherwise. */
  readonly needsClassifier: boolean;
}

/** A category of services for each family. */
const CATEGORIES: Readonly<Record<Family, string>> = {
  imaging: 'Diagnostic Testing > Imaging/Radiology',
  test: 'Diagnostic Testing > EMG/NCV/NCS',
  equipment: 'DMEPOS > DME',
  visit: 'Evaluation & Management > Medical Specialties',
  home: 'Home Health > Home Health',
  injection: 'Injection > Injection',
  drug: 'Pharmaceuticals',
  program: 'Programs > Programs',
  psychology: 'Psych Services > Therapies',
  therapy: 'Rehabilitation > Physical Therapy/Occupational Therapy (PT/OT)',
  surgery: 'Surgery > Spine',
  adjunct: 'Surgery > Adjunct Surgical Services',
  other: 'Transportation > Transportation',
};

/** Lines "decision | family | rationale | criteria"; those that begin with "#" are remarks. */
export function readCases(file: string): readonly Case[] {
  return readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [decision = '', family = '', rationale = '', criteria = '', by] = line.split(' | ');
      return {
        decision: decision as Decision,
        family: family as Family,
        rationale,
        expected: criteria === 'none' ? [] : criteria.split('; '),
        needsClassifier: by === 'classifier',
      };
    });
}

/** A request for a service of a family, of which nothing else is known. */
export function serviceOf(family: Family): ServiceRequest {
  return {
    modality: null,
    bodyRegions: [],
    category: CATEGORIES[family],
    retrospective: false,
    laterality: null,
    dependent: false,
    timing: null,
    drug: null,
    quantity: null,
    also: [],
    confidence: 1,
  };
}
