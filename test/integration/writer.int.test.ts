import { expect, test } from '@jest/globals';
import { writeDeterminations } from '../../src/graph/writer.js';
import { cites, determination, finding } from '../support/determinations.js';
import { emptyGraph, runCypher } from '../support/graph.js';

test('names that no index could hold are written, and all their words are kept', async () => {
  const words = 'more than 8,000 bytes of prose that was taken for a name '.repeat(500);
  const oddity = finding({
    label: words,
    service: { modality: null },
    citations: [cites(words, words, { topics: [words] })],
  });
  const letter = determination('CM16-0999901', {
    findings: [oddity],
    reviewer: { specialties: [words] },
  });
  const client = await emptyGraph();
  expect(await writeDeterminations(client, [letter])).toEqual(['ingested']);
  expect(await writeDeterminations(client, [letter])).toEqual(['unchanged']);
  const [kept] = await runCypher(
    'MATCH (f:Finding)-[cites:CITES]->() RETURN f.label AS label, cites.raw AS raw',
  );
  expect(kept).toEqual({ label: words, raw: `${words}, ${words}, ${words}` });
});
