import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { knownNames, type NameKind } from '../../src/query/vocabulary.js';
import { cites, determination, finding, SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

const statements: string[] = [];
let client: GraphClient;

const INVENTED = determination('CM16-0000009', {
  reviewer: { specialties: ['Dowsing', 'Orthopedic Surgery'], licensureStates: ['CA', 'Elsewhere'] },
  findings: [
    finding({
      service: { modality: 'Dowsing rod', bodyRegions: ['Aura'], category: 'Dowsing > Rods' },
      citations: [cites('ODG', 'Knee & Leg', { topics: ['Dowsing'], resolution: 'NO_MATCH' })],
    }),
  ],
});

beforeAll(async () => {
  client = await emptyGraph({ onStatement: (name) => void statements.push(name) });
  await writeDeterminations(client, [...SMALL_CORPUS, INVENTED]);
});

describe('names that the graph holds and the catalogue does not', () => {
  test.each<[NameKind, string]>([
    ['SPECIALTY', 'Dowsing'],
    ['LICENSURE_STATE', 'Elsewhere'],
    ['MODALITY', 'Dowsing rod'],
    ['BODY_REGION', 'Aura'],
    ['CATEGORY', 'Dowsing > Rods'],
    ['SOURCE', 'Journal of Invented Medicine'],
    ['GUIDELINE', 'ODG > Knee & Leg > Dowsing'],
  ])('%s "%s" is known, and suggested', async (kind, name) => {
    const ask = (value: string) => knownNames(client, [{ argument: 'name', kind, values: [value] }]);
    statements.length = 0;
    expect(await ask(name)).toEqual([[name]]);
    expect(statements).toHaveLength(1);
    if (kind !== 'SOURCE' && kind !== 'GUIDELINE') {
      expect(await ask(name.toLowerCase())).toEqual([[name]]);
      await expect(ask(`${name}s`)).rejects.toThrow(`"${name}"`);
    }
    await expect(ask('zzqqxx')).rejects.toThrow(/that is known$/);
  });
});

test('the names of the catalogue cost no statement', async () => {
  statements.length = 0;
  const asked = [
    { argument: 'a', kind: 'SPECIALTY', values: ['orthopedic surgery', 'Pain Management'] },
    { argument: 'b', kind: 'GUIDELINE', values: ['ODG > Knee & Leg'] },
    { argument: 'c', kind: 'BODY_REGION', values: ['knee'] },
  ] as const;
  expect(await knownNames(client, asked)).toEqual([
    ['Orthopedic Surgery', 'Pain Management'],
    ['ODG > Knee & Leg'],
    ['Knee'],
  ]);
  expect(statements).toEqual([]);
});
