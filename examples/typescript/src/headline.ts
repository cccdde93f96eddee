/** Which ODG criteria most often uphold denials? */
import { ask } from './client.js';
import { graphql } from './graphql.js';

const OdgCriteria = graphql(`
  query OdgCriteria($first: Int!) {
    criterionOutcomes(
      filter: { source: "ODG", decisiveOnly: true }
      orderBy: { field: NOT_MET_UPHELD, direction: DESC }
      first: $first
    ) {
      nodes {
        name
        notMet {
          findings
          upheld
          upholdRateInterval {
            low
            high
          }
        }
      }
    }
  }
`);

const { criterionOutcomes } = await ask(OdgCriteria, { first: 10 });
for (const { name, notMet } of criterionOutcomes.nodes) {
  const { low, high } = notMet.upholdRateInterval;
  console.log(
    `${name}: not met in ${notMet.findings}, ${notMet.upheld} upheld (${low.toFixed(2)} to ${high.toFixed(2)})`,
  );
}
