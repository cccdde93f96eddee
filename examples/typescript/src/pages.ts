/** pages.js [FIRST]: all findings whose denial was overturned, FIRST a page (100 unless said). */
import { ask, ImrError, nodesOf } from './client.js';
import { graphql } from './graphql.js';

const OverturnedFindings = graphql(`
  query OverturnedFindings($first: Int!, $after: String) {
    findings(filter: { decision: OVERTURNED }, first: $first, after: $after) {
      nodes {
        label
        case {
          caseNumber
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const first = Number(process.argv[2] ?? 100);

try {
  const all = nodesOf(async (after) => (await ask(OverturnedFindings, { first, after })).findings);
  for await (const finding of all) console.log(`${finding.case.caseNumber ?? '-'}\t${finding.label}`);
} catch (error) {
  if (!(error instanceof ImrError)) throw error;
  console.error(`${error.code} ${error.fields.map(({ path }) => path).join(', ')}: ${error.message}`);
  process.exitCode = 1;
}
