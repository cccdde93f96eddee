import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../src/graph/client.js';
import { writeDeterminations } from '../../src/graph/writer.js';
import type { AppliedCriterion } from '../../src/normalise/determination.js';
import { applies, cites, determination, finding } from '../support/determinations.js';
import { dumpGraph, emptyGraph, runCypher } from '../support/graph.js';

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
