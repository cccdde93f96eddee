import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLeafType, getNamedType, isObjectType, isRequiredArgument, type GraphQLObjectType } from 'graphql';
import { createSchema } from '../../src/api/schema.js';
import { ImrError } from '../../src/common/errors.js';
import { writeLetters } from '../../src/generate/write.js';
import { writeQuarantine } from '../../src/graph/writer.js';
import { ingest } from '../../src/ingest/ingest.js';
import { startApi, type TestApi } from '../support/api.js';
import { settleVersion } from '../support/graph.js';
import { recordingGraph, type RecordingClient } from '../support/recording-client.js';
import { samples } from '../support/recount.js';
import {
  documentOf,
  leastOf,
  pathsToTypes,
  stepsFrom,
  type RequiredArguments,
} from '../support/schema-paths.js';

/**
 * Whatever is asked of nodes takes as many statements for one as for many. The schema itself says what can be asked: a new field
 * is tried without anybody adding it here, unless it needs arguments.
 */
const schema = createSchema();
const paths = pathsToTypes(schema);

const words = Array.from({ length: 30 }, (_, i) => `ODG, Knee chapter ${i}. MTUS, Low Back Complaints 2004.`);

/** A letter of one item, or of several. */
function letter(isLong: boolean): string {
  return readFileSync(join(samples, `${isLong ? 'CM16-9900005' : 'CM16-9900002'}.txt`), 'utf8');
}

const REQUIRED: RequiredArguments = {
  'CriterionOutcome.evidence': () => 'status: NOT_MET',
  'CriterionOutcome.examples': () => 'status: NOT_MET',
  'ChecklistCriterion.examples': () => 'status: NOT_MET',
  'Query.daysToDecision': () => 'groupBy: YEAR',
  'Query.lookupCitations': (nodes) => `text: ${JSON.stringify(words.slice(0, nodes).join(' '))}`,
  'Query.outcomes': () => 'groupBy: [GUIDELINE_CHAPTER]',
  'Query.parseLetter': (nodes) => `text: ${JSON.stringify(letter(nodes > FEW))}`,
  'Query.requestChecklist': () => 'service: "MRI"',
  'Query.searchFindings': () => 'query: "knee or back or pain or therapy"',
  'Query.similarFindings': () => 'to: { text: "knee or back pain, physical therapy" }',
  'Query.guidelinePairs': () => 'minFindings: 1',
  'Query.lift': () => 'minFindings: 1',
};

/** Of one node there may be nothing to read further; of more than many there are not enough letters here. */
const FEW = 8;
const MANY = 40;

const folder = mkdtempSync(join(tmpdir(), 'imr-count-'));
let client: RecordingClient;
let api: TestApi;

beforeAll(async () => {
  client = await recordingGraph();
  await writeLetters(folder, 60, { seed: 11, noise: 0 });
  await ingest(client, [samples, folder]);
  const error = new ImrError('EMPTY_FILE', 'empty');
  const files = Array.from({ length: MANY }, (_, i) => ({ path: `${i}.txt`, sha256: `${i}`, error }));
  await writeQuarantine(client, files);
  api = await startApi(client);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** How often each statement ran. */
async function statementsOf(document: string): Promise<Record<string, number>> {
  client.take();
  await api.data(document);
  const counts: Record<string, number> = {};
  for (const { name } of client.take()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/**
 * Statements that ran more often for many nodes. Nodes that are read by their ids are kept for the request: where all were at hand
 * already of few, they are read for many, once.
 */
function grown(few: Record<string, number>, many: Record<string, number>): string[] {
  return Object.keys(many).filter((name) => {
    const spare = name.endsWith('-by-id') ? 1 : 0;
    return (many[name] ?? 0) > (few[name] ?? 0) + spare;
  });
}

/** What can be asked of each node of a type: its relations one by one, and all else together. */
function selections(type: GraphQLObjectType): [name: string, selection: string][] {
  const leaves = Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name);
  const steps = stepsFrom(schema, type).map((step): [string, string] => [
    step.isFragment ? `${step.field.name} as ${step.to.name}` : step.field.name,
    leastOf(step, REQUIRED, schema),
  ]);
  return leaves.length > 0 ? [['values', leaves.join(' ')], ...steps] : steps;
}

const types = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType =>
    isObjectType(type) &&
    !type.name.startsWith('__') &&
    type !== schema.getQueryType() &&
    type !== schema.getMutationType(),
);

/** One mutation writes one case: there are never many of these. */
const ANSWERS_OF_MUTATIONS = ['RemovedCase', 'RemovedNodes', 'WrittenCase'];

test('every type can be asked for', () => {
  const others = types.map(({ name }) => name).filter((name) => !paths.has(name));
  expect(others.sort()).toEqual(ANSWERS_OF_MUTATIONS);
});

describe.each(types.filter(({ name }) => paths.has(name)))('$name', (type) => {
  const path = paths.get(type.name) ?? [];

  test.each(selections(type))('%s', async (_, selection) => {
    const few = await statementsOf(documentOf(path, selection, FEW, REQUIRED));
    const many = await statementsOf(documentOf(path, selection, MANY, REQUIRED));
    expect(grown(few, many)).toEqual([]);
  });
});

test('guidelines that were read are not read again while the graph stays as it is', async () => {
  await settleVersion();
  const pages = [
    '{ guidelines(first: 9) { nodes { name } } }',
    '{ guidelines(filter: { level: [CHAPTER, TOPIC] }) { nodes { name } } }',
  ];
  for (const page of pages) {
    await api.data(page);
    expect(await statementsOf(page)).not.toHaveProperty(['read/guidelines-by-id']);
  }
});
