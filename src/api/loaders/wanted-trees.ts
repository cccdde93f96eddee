import {
  getNamedType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { CaseProperty, CitationProperty, WantedOfTrees } from '../../query/case-trees.js';
import { FINDING_PROPERTIES, type FindingProperty } from '../../query/findings.js';

/** The properties of a row, and the fields that are told by resolvers, with the properties that these look at. */
interface Fields<Property extends string> {
  readonly properties: Readonly<Record<Property, true>>;
  readonly resolved: Readonly<Record<string, readonly Property[]>>;
}

const CASE: Fields<CaseProperty> = {
  properties: {
    id: true,
    caseNumber: true,
    outcome: true,
    priority: true,
    dateOfInjury: true,
    dateAssigned: true,
    decisionDate: true,
    utilizationReviewDate: true,
    applicationReceivedDate: true,
    employeeAge: true,
    employeeSex: true,
    clinicalSummary: true,
    template: true,
    parserVersion: true,
    documentSha256: true,
    documentMediaType: true,
    documentPages: true,
    warnings: true,
    spans: true,
  },
  resolved: {
    provenance: ['template', 'parserVersion', 'documentSha256', 'documentMediaType', 'documentPages'],
    documents: [],
    findings: [],
    reviewer: [],
    text: [],
  },
};

const FINDING: Fields<FindingProperty> = {
  properties: FINDING_PROPERTIES,
  resolved: { appliedCriteria: [], case: [], citations: [], guidelines: [], item: [], quotedCriteria: [] },
};

const CITATION: Fields<CitationProperty> = {
  properties: {
    id: true,
    role: true,
    edition: true,
    pages: true,
    tables: true,
    inferred: true,
    silent: true,
    resolution: true,
    candidates: true,
    raw: true,
    spanStart: true,
    spanEnd: true,
  },
  resolved: { finding: [], guideline: [], span: [] },
};

/** The properties that these fields tell; all of them where a field is not known here. */
function propertiesOf<Property extends string>(
  { properties, resolved }: Fields<Property>,
  fields: ReadonlySet<string> = new Set(),
): Set<Property> {
  const all = Object.keys(properties) as Property[];
  const wanted = [...fields].map((field) =>
    field === '__typename' ? [] : field in properties ? [field as Property] : resolved[field],
  );
  return new Set(wanted.includes(undefined) ? all : wanted.flatMap((found) => found ?? []));
}

const known = new WeakMap<DocumentNode, WantedOfTrees | null>();

/** What a document wants of cases and their findings; null where it wants nothing of either. */
export function wantedTrees(schema: GraphQLSchema, document: DocumentNode): WantedOfTrees | null {
  let wanted = known.get(document);
  if (wanted === undefined) known.set(document, (wanted = wantedOf(fieldsByType(schema, document))));
  return wanted;
}

function wantedOf(fields: ReadonlyMap<string, ReadonlySet<string>>): WantedOfTrees | null {
  const asks = (type: string, ...names: readonly string[]) =>
    names.some((name) => fields.get(type)?.has(name));
  const ofCase = new Set(fields.get('Case'));
  const ofFinding = new Set(fields.get('Finding'));
  if (asks('FindingSearchEdge', 'highlights')) {
    ofCase.add('clinicalSummary');
    ofFinding.add('label').add('rationale');
  }
  if (asks('SimilarFindingEdge', 'highlights', 'reasons')) ofFinding.add('rationale');
  if (ofCase.size + ofFinding.size === 0) return null;
  return {
    case: propertiesOf(CASE, ofCase),
    finding: propertiesOf(FINDING, ofFinding),
    citation: propertiesOf(CITATION, fields.get('Citation')),
    withFindings: asks('Case', 'findings'),
    withCitations: asks('Finding', 'citations', 'guidelines'),
  };
}

/** The names of the fields that a document asks of each type. */
function fieldsByType(schema: GraphQLSchema, document: DocumentNode): Map<string, Set<string>> {
  const types = new TypeInfo(schema);
  const fields = new Map<string, Set<string>>();
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        const type = getNamedType(types.getParentType())?.name ?? '';
        fields.set(type, (fields.get(type) ?? new Set()).add(name.value));
      },
    }),
  );
  return fields;
}
