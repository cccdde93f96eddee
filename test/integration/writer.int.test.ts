import { expect, test } from '@jest/globals';
import { GraphClient, type Run } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import { cites, determination, finding } from '../support/determinations.js';
import { emptyGraph, runCypher, testConnection } from '../support/graph.js';

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

/** As the driver does when the answer to a commit is lost: the work is carried out, and asked for again. */
class RepeatingClient extends GraphClient {
  override async write<Result>(label: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    let lost = false;
    return super.write(label, async (run) => {
      if (!lost) {
        lost = true;
        await super.write(label, work);
      }
      return work(run);
    });
  }
}

test('letters whose commit was carried out, but not answered, count as ingested', async () => {
  await emptyGraph();
  const client = new RepeatingClient(testConnection());
  try {
    const letters = [determination('CM16-0999902'), determination('CM16-0999903')];
    expect(await writeDeterminations(client, letters)).toEqual(['ingested', 'ingested']);
    expect(await writeDeterminations(client, letters)).toEqual(['unchanged', 'unchanged']);
  } finally {
    await client.close();
  }
});
