// @ts-check
import { readFileSync } from 'node:fs';
import { toCypher } from '../../dist/graph/values.js';

/** @typedef {import('../../src/graph/records.js').CaseRecord} CaseRecord */
/** @typedef {import('neo4j-driver').Session} Session */

const TEXT = readFileSync(new URL('bare.cypher', import.meta.url), 'utf8');

/**
 * Writes letters as fast as single transactions of plain CREATE do.
 * @param {Session} session
 * @param {readonly CaseRecord[]} records
 */
export async function writeBare(session, records) {
  const cases = records.map((record) => ({
    reviewer: record.reviewer.id,
    document: record.document,
    properties: { ...record.properties, id: record.id },
    findings: record.findings.map(({ item, properties, citations, applied }) => ({
      item: item.id,
      properties,
      cited: citations.flatMap(({ edges }) => edges),
      applied: applied.map((one) => ({ guidelineId: one.nodes.criterion.id, properties: one.properties })),
    })),
  }));
  await session.executeWrite((tx) => tx.run(TEXT, toCypher({ cases })));
}
