import { beforeAll, describe, expect, test } from '@jest/globals';
import { ImrError } from '../../src/common/errors.js';
import { writeDeterminations, writeQuarantine } from '../../src/graph/writer.js';
import { startApi, type TestApi } from '../support/api.js';
import { SMALL_CORPUS } from '../support/determinations.js';
import { emptyGraph } from '../support/graph.js';

let api: TestApi;

beforeAll(async () => {
  const client = await emptyGraph();
  await writeDeterminations(client, SMALL_CORPUS);
  await writeQuarantine(client, [
    { path: 'scan.pdf', sha256: 'ab', error: new ImrError('NO_TEXT_LAYER', 'scan.pdf: only images') },
    { path: 'empty.txt', sha256: 'cd', error: new ImrError('EMPTY_FILE', 'empty.txt: empty') },
  ]);
  api = await startApi(client);
});

describe('guidelineOutcomes', () => {
  const rows = async (args: string) => {
    interface Row {
      guideline: { path: string };
      findings: number;
      upheld: number;
      overturned: number;
    }
    const { guidelineOutcomes } = await api.data<{ guidelineOutcomes: { nodes: Row[] } }>(
      `{ guidelineOutcomes${args} { nodes { guideline { path } findings upheld overturned } } }`,
    );
    return guidelineOutcomes.nodes.map(({ guideline, findings, upheld, overturned }) => [
      guideline.path,
      findings,
      upheld,
      overturned,
    ]);
  };

  test.each([
    [
      'chapters that the reviewer cites, most upheld first, equals by id',
      '',
      [
        ['MTUS > Knee Complaints (2004)', 2, 2, 0],
        ['ODG > Knee & Leg', 3, 2, 1],
        ['MTUS > Shoulder Complaints (2004)', 1, 0, 1],
        ['ODG > Shoulder', 1, 0, 1],
      ],
    ],
    [
      'a finding counts once for each level above what it cites',
      '(filter: { level: SOURCE }, orderBy: { field: FINDINGS, direction: DESC })',
      [
        ['ODG', 4, 2, 2],
        ['MTUS', 3, 2, 1],
        ['Journal of Invented Medicine', 1, 1, 0],
      ],
    ],
    [
      'other roles',
      '(filter: { role: [RATIONALE, CLAIMS_ADMINISTRATOR] })',
      [
        ['MTUS > Knee Complaints (2004)', 1, 1, 0],
        ['ODG > Knee & Leg', 1, 1, 0],
      ],
    ],
    [
      'any role',
      '(filter: { level: TOPIC, role: null, source: "ODG" }, orderBy: { field: OVERTURNED })',
      [
        ['ODG > Shoulder > Physical therapy', 1, 0, 1],
        ['ODG > Knee & Leg > Magnetic resonance imaging (MRI)', 3, 3, 0],
      ],
    ],
    [
      'below one guideline',
      '(filter: { level: TOPIC, guideline: "ODG > Knee & Leg" })',
      [['ODG > Knee & Leg > Magnetic resonance imaging (MRI)', 2, 2, 0]],
    ],
    [
      'a decision',
      '(filter: { decision: OVERTURNED, source: "MTUS" })',
      [['MTUS > Shoulder Complaints (2004)', 1, 0, 1]],
    ],
    ['a specialty', '(filter: { specialty: "Sports Medicine" })', [['ODG > Knee & Leg', 1, 1, 0]]],
    ['a licence', '(filter: { licensureState: "NY" })', [['ODG > Knee & Leg', 1, 1, 0]]],
    [
      'a body region',
      '(filter: { bodyRegion: "Shoulder" })',
      [
        ['MTUS > Shoulder Complaints (2004)', 1, 0, 1],
        ['ODG > Shoulder', 1, 0, 1],
      ],
    ],
    [
      'days of decision, both inclusive; cases without one are out',
      '(filter: { source: "ODG", decisionDate: { from: "2016-11-02", to: "2016-11-03" } })',
      [['ODG > Knee & Leg', 2, 2, 0]],
    ],
    ['nothing', '(filter: { licensureState: "WY" })', []],
    [
      'the lower bound, smallest first',
      '(filter: { source: "ODG" }, orderBy: { field: WILSON_LOW, direction: ASC })',
      [
        ['ODG > Shoulder', 1, 0, 1],
        ['ODG > Knee & Leg', 3, 2, 1],
      ],
    ],
  ])('%s', async (_, args, expected) => {
    expect(await rows(args)).toEqual(expected);
  });

  test('rate and interval', async () => {
    const query =
      '{ guidelineOutcomes(filter: { source: "ODG" }, first: 1) { nodes { findings upholdRate upholdRateInterval { low high } } } }';
    const interval = { low: expect.closeTo(0.2077, 4), high: expect.closeTo(0.9385, 4) };
    expect(await api.data(query)).toEqual({
      guidelineOutcomes: {
        nodes: [{ findings: 3, upholdRate: expect.closeTo(2 / 3, 10), upholdRateInterval: interval }],
      },
    });
  });
});
