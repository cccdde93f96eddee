import 'reflect-metadata';
import { isObjectType, lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, getMetadataStorage } from 'type-graphql';
import { checkRole } from './http/access.js';
import { resolveDirectly } from './direct-resolvers.js';
import { globalId, type NodeType } from './global-id.js';
import { AppliedCriterionResolver, QuotedCriterionResolver } from './resolvers/applied-criterion.resolver.js';
import {
  CitationAgreementResolver,
  DecisionTimeResolver,
  GuidelineLiftResolver,
} from './resolvers/analytics.resolver.js';
import { CaseResolver } from './resolvers/case.resolver.js';
import { CitationResolver } from './resolvers/citation.resolver.js';
import { CriterionOutcomeResolver } from './resolvers/criterion-outcome.resolver.js';
import { FindingResolver } from './resolvers/finding.resolver.js';
import { GuidelineMentionResolver } from './resolvers/guideline-mention.resolver.js';
import { GuidelineOutcomeResolver } from './resolvers/guideline-outcome.resolver.js';
import { GuidelinePairResolver } from './resolvers/guideline-pair.resolver.js';
import { GuidelineResolver } from './resolvers/guideline.resolver.js';
import { IngestLetterResolver } from './resolvers/ingest-letter.resolver.js';
import { ItemResolver } from './resolvers/item.resolver.js';
import { NodeResolver } from './resolvers/node.resolver.js';
import { DimensionValueResolver, OutcomeResolver } from './resolvers/outcome.resolver.js';
import { ParseLetterResolver } from './resolvers/parse-letter.resolver.js';
import { QuarantinedDocumentResolver } from './resolvers/quarantined-document.resolver.js';
import {
  ChecklistGuidelineResolver,
  RequestChecklistResolver,
} from './resolvers/request-checklist.resolver.js';
import { RemoveCaseResolver } from './resolvers/remove-case.resolver.js';
import { ReparseCaseResolver } from './resolvers/reparse-case.resolver.js';
import { ReviewerResolver } from './resolvers/reviewer.resolver.js';
import { FindingSearchEdgeResolver, FindingSearchResolver } from './resolvers/search.resolver.js';
import {
  SimilarCriterionResolver,
  SimilarFindingEdgeResolver,
  SimilarFindingsResolver,
  SimilarityReasonResolver,
  UnderstoodGuidelineResolver,
} from './resolvers/similar-findings.resolver.js';
import { WrittenCaseResolver } from './resolvers/written-case.resolver.js';
import { validateArguments } from './inputs/validate-arguments.js';

/** Builds the executable schema out of the resolvers. */
export function createSchema(): GraphQLSchema {
  // Nothing is done around fields that are properties of a row: GraphQL reads them off by itself.
  for (const field of getMetadataStorage().fields) field.simple = true;
  const schema = buildSchemaSync({
    resolvers: [
      AppliedCriterionResolver,
      CaseResolver,
      ChecklistGuidelineResolver,
      CitationAgreementResolver,
      CitationResolver,
      CriterionOutcomeResolver,
      DecisionTimeResolver,
      DimensionValueResolver,
      FindingResolver,
      FindingSearchEdgeResolver,
      FindingSearchResolver,
      GuidelineMentionResolver,
      GuidelineLiftResolver,
      GuidelineOutcomeResolver,
      GuidelinePairResolver,
      GuidelineResolver,
      IngestLetterResolver,
      ItemResolver,
      NodeResolver,
      OutcomeResolver,
      ParseLetterResolver,
      QuarantinedDocumentResolver,
      QuotedCriterionResolver,
      RemoveCaseResolver,
      ReparseCaseResolver,
      RequestChecklistResolver,
      ReviewerResolver,
      SimilarCriterionResolver,
      SimilarFindingEdgeResolver,
      SimilarFindingsResolver,
      SimilarityReasonResolver,
      UnderstoodGuidelineResolver,
      WrittenCaseResolver,
    ],
    validateFn: validateArguments,
    authChecker: checkRole,
  });
  tellGlobalIds(schema);
  resolveDirectly(schema);
  return schema;
}

function tellGlobalIds(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const { globalIdOf } = field.extensions as { readonly globalIdOf?: NodeType };
      if (globalIdOf)
        field.resolve = (row: Record<string, string>) => globalId(globalIdOf, row[field.name] ?? '');
    }
  }
}

/** The schema in its definition language, sorted, so that equal schemas print equally. */
export function printSdl(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
