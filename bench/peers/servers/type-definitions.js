/** The graph as @neo4j/graphql is told of it: what docs/graph.md says, as far as the questions of this benchmark need it. */
export const graphTypes = `#graphql
  extend schema @mutation(operations: [])

  type Case @node {
    id: ID!
    caseNumber: String
    outcome: String!
    priority: String
    decisionDate: Date
    employeeAge: Int
    employeeSex: String
    reviewer: [Reviewer!]! @relationship(type: "REVIEWED", direction: IN)
    findings: [Finding!]! @relationship(type: "HAS_FINDING", direction: OUT)
  }

  type Reviewer @node {
    id: ID!
    specialties: [String!]!
    licensureStates: [String!]!
    cases: [Case!]! @relationship(type: "REVIEWED", direction: OUT)
  }

  type Finding @node @fulltext(indexes: [
    { indexName: "finding_words", queryName: "searchFindings", fields: ["label", "rationale"] }
  ]) {
    id: ID!
    ordinal: Int!
    label: String!
    decision: String!
    rationale: String
    drug: String
    drugClass: String
    case: [Case!]! @relationship(type: "HAS_FINDING", direction: IN)
    item: [Item!]! @relationship(type: "DECIDES", direction: OUT)
    guidelines: [Guideline!]! @relationship(type: "CITES", direction: OUT, properties: "Cites")
    criteria: [Guideline!]! @relationship(type: "APPLIES", direction: OUT, properties: "Applies")
  }

  type Applies @relationshipProperties {
    status: String!
    confidence: Float!
  }

  type Cites @relationshipProperties {
    id: ID!
    role: String!
    raw: String!
    silent: Boolean!
  }

  type Item @node {
    id: ID!
    name: String!
    modality: String
    category: String
    bodyRegions: [String!]!
    findings: [Finding!]! @relationship(type: "DECIDES", direction: IN)
  }

  type Guideline @node {
    id: ID!
    level: String!
    name: String!
    source: String
    kind: String
    findings: [Finding!]! @relationship(type: "CITES", direction: IN, properties: "Cites")
    children: [Guideline!]! @relationship(type: "PART_OF", direction: IN)
  }
`;

/**
 * The tallies, by a statement of our own; what it returns as columns is given as one map.
 * @param {string} statement
 */
export const tallyTypes = (statement) => `#graphql
  type GuidelineTally {
    id: ID!
    findings: Int!
    upheld: Int!
  }

  type Query {
    guidelineTallies(keys: [String!]!, from: Int!, to: Int!): [GuidelineTally!]! @cypher(
      statement: """
      ${statement.replace(/RETURN (.*) AS id, (.*) AS findings, upheld/, 'RETURN {id: $1, findings: $2, upheld: upheld} AS row')}
      """
      columnName: "row"
    )
  }
`;
