import { describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../../src/graph/client.js';
import { fold } from '../../../src/normalise/names.js';
import * as vocabulary from '../../../src/normalise/vocabulary.js';
import { knownNames, type NameKind } from '../../../src/query/vocabulary.js';

/** A graph that holds nothing, and keeps count of what it is asked. */
function graphHolding(names: readonly string[] = []) {
  const asked: string[] = [];
  const client = {
    read: (statement: string) => {
      asked.push(statement);
      return Promise.resolve(names.map((name) => ({ name })));
    },
  } as unknown as GraphClient;
  return { client, asked };
}

const ask = (kind: NameKind, values: readonly string[], names?: readonly string[]) =>
  knownNames(graphHolding(names).client, [{ argument: 'filter.name', kind, values }]);

describe.each(Object.entries(vocabulary))('%s', (_, names) => {
  test('has each name once, and no two that differ in case or punctuation alone', () => {
    const folded = names.map(({ name }) => fold(name));
    expect(folded.filter((name, i) => name === '' || folded.indexOf(name) !== i)).toEqual([]);
  });
});

describe('what the catalogue knows', () => {
  test.each<[NameKind, string, string]>([
    ['SPECIALTY', 'Orthopedic Surgery', 'Orthopedic Surgery'],
    ['SPECIALTY', 'physical medicine and rehabilitation', 'Physical Medicine & Rehabilitation'],
    ['LICENSURE_STATE', 'ca', 'CA'],
    ['LICENSURE_STATE', 'California', 'CA'],
    ['LICENSURE_STATE', 'district of columbia', 'DC'],
    ['LICENSURE_STATE', 'PR', 'PR'],
    ['BODY_REGION', 'lumbar Spine', 'Lumbar spine'],
    ['MODALITY', 'mri', 'MRI'],
    ['MODALITY', 'tramadol', 'Tramadol'],
    ['MODALITY', 'Topical compound', 'Topical compound'],
    ['CATEGORY', 'diagnostic testing > imaging/radiology', 'Diagnostic Testing > Imaging/Radiology'],
    ['DRUG', 'hydrocodone/acetaminophen', 'Hydrocodone/acetaminophen'],
    ['DRUG', 'Flurbiprofen/Lidocaine', 'Flurbiprofen/lidocaine'],
    ['DRUG_CLASS', 'opioids', 'Opioids'],
    ['SOURCE', 'ODG', 'ODG'],
    ['GUIDELINE', 'MTUS', 'MTUS'],
    ['GUIDELINE', 'ODG > Knee & Leg', 'ODG > Knee & Leg'],
    ['GUIDELINE', 'MTUS > Knee Complaints (2004)', 'MTUS > Knee Complaints (2004)'],
  ])('%s "%s"', async (kind, value, name) => {
    expect(await ask(kind, [value])).toEqual([[name]]);
  });

  test('is not asked of the graph', async () => {
    const { client, asked } = graphHolding();
    await knownNames(client, [
      { argument: 'a', kind: 'MODALITY', values: ['MRI', 'mri'] },
      { argument: 'b', kind: 'GUIDELINE', values: ['ODG > Knee & Leg'] },
      { argument: 'c', kind: 'DRUG', values: [] },
    ]);
    expect(asked).toEqual([]);
  });
});

describe('what only the graph knows', () => {
  test.each<[NameKind, string]>([
    ['SPECIALTY', 'Addiction Dowsing'],
    ['MODALITY', 'Dowsing'],
    ['GUIDELINE', 'Journal of Invented Medicine'],
  ])('%s', async (kind, name) => {
    expect(await ask(kind, [name], ['Other', name])).toEqual([[name]]);
    expect(await ask(kind, [name.toUpperCase()], ['Other', name])).toEqual([[name]]);
  });

  test('a guideline as a letter writes it is not taken for one of the catalogue', async () => {
    const written = 'MTUS > chronic pain';
    expect(await ask('GUIDELINE', [written], [written])).toEqual([[written]]);
    expect(await ask('GUIDELINE', [written])).toEqual([['MTUS > Chronic Pain']]);
  });

  test('is asked once a kind, however many names and arguments', async () => {
    const { client, asked } = graphHolding(['A1', 'A2']);
    const names = await knownNames(client, [
      { argument: 'a', kind: 'SPECIALTY', values: ['A1', 'a2'] },
      { argument: 'b', kind: 'SPECIALTY', values: ['A2'] },
      { argument: 'c', kind: 'SOURCE', values: ['A1'] },
    ]);
    expect(names).toEqual([['A1', 'A2'], ['A2'], ['A1']]);
    expect(asked.sort()).toEqual(['read/known-guidelines', 'read/known-reviewer-names']);
  });
});

describe('what nobody knows', () => {
  test.each<[NameKind, string, string]>([
    ['SPECIALTY', 'Orthopaedic Surgery', '"Orthopedic Surgery"'],
    ['SPECIALTY', 'pain', '"Pain Medicine", "Pain Management" or "Interventional Pain Management"'],
    ['LICENSURE_STATE', 'Californa', '"CA"'],
    ['BODY_REGION', 'Lumbar', '"Lumbar spine"'],
    ['BODY_REGION', 'neck', '"Cervical spine"'],
    ['BODY_REGION', 'sholder', '"Shoulder"'],
    ['MODALITY', 'Physcial therapy', '"Physical therapy"'],
    ['CATEGORY', 'imaging', '"Diagnostic Testing > Imaging/Radiology"'],
    ['DRUG', 'Norco', '"Hydrocodone/acetaminophen"'],
    ['DRUG_CLASS', 'NSAIDs', '"NSAID"'],
    ['SOURCE', 'Official Disability Guidelines', '"ODG"'],
    ['GUIDELINE', 'MTUS > Knee Complaint (2004) > Summary', '"MTUS > Knee Complaints (2004) > Summary"'],
    ['GUIDELINE', 'ODG > Knee & Leg > Unheard of', '"ODG > Knee & Leg"'],
  ])('%s "%s" may mean %s', async (kind, value, names) => {
    await expect(ask(kind, [value])).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      path: 'filter.name',
      reason: expect.stringMatching(/^names no .+ that is known; did you mean /),
      message: expect.stringContaining(`; did you mean ${names}?`),
    });
  });

  test('a chapter is suggested for its last words', async () => {
    await expect(ask('GUIDELINE', ['Low Back'])).rejects.toThrow('"ODG > Low Back - Lumbar & Thoracic"');
  });

  test('suggests what the graph holds, too', async () => {
    await expect(ask('SPECIALTY', ['Dowsign'], ['Dowsing'])).rejects.toThrow('did you mean "Dowsing"?');
  });

  test.each([
    ['nothing', ''],
    ['no letters', '?!'],
    ['nothing alike', 'zzqqxx'],
    ['no name at all', 'x'.repeat(1_900)],
    ['many words', 'and '.repeat(400)],
    ['half of a character', '\ud800'],
    ['a name of objects', 'hasOwnProperty'],
  ])('suggests none where there is %s, and repeats nothing of it', async (_, value) => {
    const kinds: NameKind[] = ['SPECIALTY', 'MODALITY', 'DRUG', 'GUIDELINE', 'LICENSURE_STATE'];
    for (const kind of kinds) {
      await expect(ask(kind, [value])).rejects.toMatchObject({
        reason: expect.stringMatching(/^names no [a-z ]+ that is known$/),
      });
    }
  });

  test('the first of several is named by its place', async () => {
    await expect(ask('LICENSURE_STATE', ['CA', 'QQ', 'XX'])).rejects.toMatchObject({ path: 'filter.name.1' });
  });
});
