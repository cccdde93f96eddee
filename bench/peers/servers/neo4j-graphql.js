/** @neo4j/graphql behind Apollo Server, over the graph that NEO4J_URI names. Prints `ready URL` when it answers. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';
import { statements } from '../statements.js';
import { graphTypes, tallyTypes } from './type-definitions.js';

const { NEO4J_URI = '', NEO4J_PASSWORD = '' } = process.env;
const comparisons = { LT: true, LTE: true, GT: true, GTE: true };
const deprecated = {
  mutationOperations: true,
  aggregationFilters: true,
  aggregationFiltersOutsideConnection: true,
  relationshipFilters: true,
  attributeFilters: true,
};

const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic('neo4j', NEO4J_PASSWORD), {
  telemetryDisabled: true,
});
await driver.verifyConnectivity();
const neo4jGraphql = new Neo4jGraphQL({
  driver,
  typeDefs: [graphTypes, tallyTypes(statements['guideline-tallies'])],
  features: {
    filters: { ID: comparisons, String: { ...comparisons, CASE_INSENSITIVE: true } },
    excludeDeprecatedFields: deprecated,
  },
});
const schema = await neo4jGraphql.getSchema();
const server = new ApolloServer({ schema, introspection: false, includeStacktraceInErrorResponses: false });
const { url } = await startStandaloneServer(server, {
  listen: { host: '127.0.0.1', port: 0 },
  // Named, the database need not be looked up.
  context: () => Promise.resolve({ sessionConfig: { database: 'neo4j' } }),
});
process.stdout.write(`ready ${url}\n`);
