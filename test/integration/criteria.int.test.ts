import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { AppliedCriterion, QuotedCriterion } from '../../src/normalise/determination.js';
import { applies, cites, determination, finding, quotes } from '../support/determinations.js';
import { dumpGraph, emptyGraph, openClient, runCypher } from '../support/graph.js';

const mri = cites('ODG', 'Knee & Leg', { topics: ['Magnetic resonance imaging (MRI)'] });
const ofMri = 'ODG > Knee & Leg > Magnetic resonance imaging (MRI)';

let client: GraphClient;

beforeEach(async () => {
  client = await emptyGraph();
});

const letter = (caseNumber: string, appliedCriteria: readonly AppliedCriterion[]) =>
  determination(caseNumber, { findings: [finding({ citations: [mri], appliedCriteria })] });

const criteria = () =>
  runCypher<{ id: string; findings: number }>(
    `MATCH (g:Guideline {level: 'CRITERION'})
     RETURN g.id AS id, COUNT { (g)<-[:APPLIES]-() } AS findings ORDER BY id`,
  );

describe('an applied criterion', () => {
  test('is a condition of the guideline that is relied on, with the words that show it', async () => {
    const surgery = applies('SURGERY_PLANNED', {
      status: 'MET',
      decisive: false,
      confidence: 0.75,
      quote: 'is a surgical candidate',
      note: 'arthroscopy',
      span: [5, 28],
      reliesOn: mri,
    });
    await writeDeterminations(client, [letter('CM16-0999901', [surgery])]);
    const [row] = await runCypher(
      `MATCH (f:Finding)-[applies:APPLIES]->(g)-[:PART_OF]->(parent)-[:PART_OF]->()-[:PART_OF]->(source)
       RETURN f.id AS finding, properties(applies) AS applies, properties(g) AS criterion, parent.id AS parent, source.id AS source`,
    );
    expect(row).toEqual({
      finding: 'CM16-0999901#1',
      applies: {
        id: 'CM16-0999901#1/SURGERY_PLANNED.MET',
        status: 'MET',
        decisive: false,
        confidence: 0.75,
        quote: 'is a surgical candidate',
        note: 'arthroscopy',
        spanStart: 5,
        spanEnd: 28,
      },
      criterion: {
        id: `${ofMri} > Surgery or invasive procedure planned`,
        level: 'CRITERION',
        kind: 'SURGERY_PLANNED',
        name: 'Surgery or invasive procedure planned',
        source: 'ODG',
        resolution: 'RESOLVED',
      },
      parent: ofMri,
      source: 'ODG',
    });
  });

  test('is one node for all findings that rely on one guideline, and another for each other guideline', async () => {
    const chapter = cites('MTUS', 'Knee Complaints');
    await writeDeterminations(client, [
      letter('CM16-0999901', [
        applies('RED_FLAG', { reliesOn: mri }),
        applies('RED_FLAG', { reliesOn: mri, status: 'MET' }),
      ]),
      letter('CM16-0999902', [applies('RED_FLAG', { reliesOn: mri })]),
      letter('CM16-0999903', [applies('RED_FLAG', { reliesOn: chapter })]),
      letter('CM16-0999904', [applies('RED_FLAG')]),
    ]);
    expect(await criteria()).toEqual([
      { id: 'MTUS > Knee Complaints (2004) > Red flag present or suspected', findings: 1 },
      { id: `${ofMri} > Red flag present or suspected`, findings: 3 },
      { id: 'no guideline cited > Red flag present or suspected', findings: 1 },
    ]);
    const [edition] = await runCypher(
      `MATCH (g:Guideline {level: 'CRITERION', source: 'MTUS'}) RETURN g.edition AS edition`,
    );
    expect(edition).toEqual({ edition: 2004 });
  });

  test('goes with the letter that alone had it, and so does a guideline that was there only for it', async () => {
    const elsewhere = cites('Journal of Invented Medicine', 'Knees', { resolution: 'NO_MATCH' });
    await writeDeterminations(client, [letter('CM16-0999901', [])]);
    const { nodes, relationships } = await dumpGraph();
    const withCriteria = letter('CM16-0999901', [
      applies('RED_FLAG', { reliesOn: mri }),
      applies('OTHER', { reliesOn: elsewhere }),
      applies('MONITORING'),
    ]);
    expect(await writeDeterminations(client, [withCriteria])).toEqual(['updated']);
    expect((await criteria()).length).toBe(3);
    expect(await writeDeterminations(client, [withCriteria])).toEqual(['unchanged']);
    expect(await writeDeterminations(client, [letter('CM16-0999901', [])])).toEqual(['updated']);
    const after = await dumpGraph();
    expect(after.nodes).toEqual(nodes);
    expect(after.relationships).toEqual(relationships);
  });

  test('stays while another letter has it', async () => {
    const both = applies('RED_FLAG', { reliesOn: mri });
    await writeDeterminations(client, [letter('CM16-0999901', [both]), letter('CM16-0999902', [both])]);
    await writeDeterminations(client, [letter('CM16-0999901', [])]);
    expect(await criteria()).toEqual([{ id: `${ofMri} > Red flag present or suspected`, findings: 1 }]);
  });
});

describe('a quoted criterion', () => {
  const WORDINGS = [
    'Failure of at least 6 weeks of conservative treatment',
    'No improvement after at least six weeks of conservative care',
    'Unresponsive to conservative therapy of six weeks',
    'at least 6 weeks of nonoperative management have failed',
  ];
  const ofKind = { kind: 'CONSERVATIVE_CARE_FAILED', reliesOn: mri } as const;
  const parent = `${ofMri} > Conservative care tried and failed`;

  const letterQuoting = (caseNumber: string, ...criteria: readonly QuotedCriterion[]) =>
    determination(caseNumber, { findings: [finding({ citations: [mri], criteria })] });

  const quoted = () =>
    runCypher<{ text: string; parent: string | null; quotations: string[] }>(
      `MATCH (g:Guideline {level: 'CRITERION'})
       WHERE g.text IS NOT NULL
       OPTIONAL MATCH (g)-[:PART_OF]->(parent)
       RETURN g.text AS text, parent.id AS parent,
              [(f)-[quotes:QUOTES]->(g) | f.id + ': ' + quotes.text] AS quotations
       ORDER BY text`,
    );

  test('is one node, however letters word it, that the first of them names', async () => {
    const [first = '', second = ''] = WORDINGS;
    await writeDeterminations(client, [letterQuoting('CM16-0999901', quotes(first, ofKind))]);
    await writeDeterminations(client, [letterQuoting('CM16-0999902', quotes(second, ofKind))]);
    const [row, ...others] = await quoted();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ text: first, parent });
    expect(row?.quotations.sort()).toEqual([`CM16-0999901#1: ${first}`, `CM16-0999902#1: ${second}`]);
    const [details] = await runCypher(
      `MATCH (:Finding {id: 'CM16-0999902#1'})-[quotes:QUOTES]->(g)
       RETURN properties(quotes) AS quotes, g {.level, .kind, .name, .source, .resolution} AS criterion`,
    );
    expect(details).toEqual({
      quotes: { id: 'CM16-0999902#1/quote.1', text: second, spanStart: 70, spanEnd: 70 + second.length },
      criterion: {
        level: 'CRITERION',
        kind: 'CONSERVATIVE_CARE_FAILED',
        name: first,
        source: 'ODG',
        resolution: 'RESOLVED',
      },
    });
  });

  test('is part of its kind, or of the guideline itself, or of nothing: what is known', async () => {
    const text = 'Red flags';
    await writeDeterminations(client, [
      letterQuoting(
        'CM16-0999901',
        quotes(text, { kind: 'RED_FLAG', reliesOn: mri }),
        quotes(text, { reliesOn: mri }),
        quotes(text, { kind: 'RED_FLAG' }),
        quotes(text),
      ),
    ]);
    expect((await quoted()).map((row) => row.parent).sort()).toEqual([
      ofMri,
      `${ofMri} > Red flag present or suspected`,
      'no guideline cited > Red flag present or suspected',
      null,
    ]);
  });

  test('is another one for each item of a list, however alike they are', async () => {
    const list = ['spondylosis', 'old trauma', 'bone or disc margin destruction'].map((shown) =>
      quotes(`Chronic neck pain with stiffness and headache for months, radiographs show ${shown}`, {
        reliesOn: mri,
      }),
    );
    await writeDeterminations(client, [letterQuoting('CM16-0999901', ...list)]);
    await writeDeterminations(client, [letterQuoting('CM16-0999902', ...list.toReversed())]);
    const rows = await quoted();
    expect(rows.map(({ text }) => text).sort()).toEqual(list.map(({ text }) => text).sort());
    for (const { text, quotations } of rows)
      expect(quotations.sort()).toEqual([`CM16-0999901#1: ${text}`, `CM16-0999902#1: ${text}`]);
  });

  test('is the same in one batch and in several', async () => {
    const letters = WORDINGS.map((text, i) => letterQuoting(`CM16-099990${i}`, quotes(text, ofKind)));
    await writeDeterminations(client, letters);
    const together = await dumpGraph();
    client = await emptyGraph();
    for (const each of letters) await writeDeterminations(client, [each]);
    expect(await dumpGraph()).toEqual(together);
  });

  test('stays what it is when a letter is read again, and goes with the last letter that quotes it', async () => {
    const letters = WORDINGS.map((text, i) => letterQuoting(`CM16-099990${i}`, quotes(text, ofKind)));
    await writeDeterminations(client, letters);
    const before = await quoted();
    const again = letters.map((each) => ({ ...each, parserVersion: '2' }));
    expect(new Set(await writeDeterminations(client, again.toReversed()))).toEqual(new Set(['updated']));
    expect((await quoted()).map(({ text }) => text)).toEqual(before.map(({ text }) => text));
    expect((await quoted())[0]?.quotations.length).toBe(WORDINGS.length);
    await writeDeterminations(
      client,
      letters.map((_, i) => letterQuoting(`CM16-099990${i}`)),
    );
    expect(await quoted()).toEqual([]);
    expect(await criteria()).toEqual([]);
  });

  test('is one node for writers that work at the same time', async () => {
    const clients = Array.from({ length: 8 }, () => openClient({ patience: 20_000 }));
    // Nothing but the guideline is shared, so that nothing else makes the writers wait for each other.
    const letters = clients.map((_, i) =>
      determination(`CM16-099990${i}`, {
        reviewer: { specialties: [`Specialty ${i}`] },
        findings: [
          finding({
            service: { modality: `Service ${i}` },
            criteria: [quotes(WORDINGS[i % WORDINGS.length] ?? '', ofKind)],
          }),
        ],
      }),
    );
    await writeDeterminations(client, [letterQuoting('CM16-0999910', quotes('Red flags', ofKind))]);
    const outcomes = await Promise.all(
      letters.map((each, i) => writeDeterminations(clients[i] ?? client, [each])),
    );
    expect(outcomes.flat()).toEqual(letters.map(() => 'ingested'));
    const rows = await quoted();
    expect(rows.map(({ quotations }) => quotations.length).sort()).toEqual([1, letters.length]);
  });

  test('is not lost by writers of which one lets go of it while others quote it', async () => {
    const clients = Array.from({ length: 4 }, () => openClient({ patience: 20_000 }));
    const text = WORDINGS[0] ?? '';
    for (let round = 0; round < 8; round++) {
      await Promise.all(
        clients.map((each, i) => {
          const isQuoting = (round + i) % 2 === 0;
          const list = isQuoting ? [quotes(text, ofKind)] : [];
          return writeDeterminations(each, [letterQuoting(`CM16-099990${i}`, ...list)]);
        }),
      );
      const [row] = await quoted();
      expect(row?.quotations.length).toBe(clients.length / 2);
    }
  });
});
