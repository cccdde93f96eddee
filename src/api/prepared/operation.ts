import {
  getVariableValues,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.js';
import { COSTLY_ARGUMENTS, MOST_COST } from '../limits/cost.js';
import { reckon } from '../limits/limits.js';
import type { WantedOfTrees } from '../../query/case-trees.js';
import { wantedTrees } from '../loaders/wanted-trees.js';
import { variableProblems } from '../limits/variables.js';
import type { Completion } from './completion.js';
import { planOf } from './plan.js';
import { variablesIn } from './variables-in.js';

/** Most costs that are kept of one operation, and the longest values of variables by which they are, as JSON. */
const MOST_COSTS = 16;
const LONGEST_VALUES = 100;

type Variables = Readonly<Record<string, unknown>>;

/** What Apollo knows of an operation that it answered. */
export interface AnsweredOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** A question that is acceptable. */
export interface PreparedQuestion {
  /** Of the trusted document that it is; undefined for any other. */
  readonly operation: string | undefined;
  readonly cost: number;
  readonly wanted: WantedOfTrees | null;
  /** The data, or a promise of it; throws, or rejects, where there is any error. */
  readonly answer: (context: Context) => unknown;
}

/** A query that was answered before, without an error: its document is valid, and within the limits of documents. */
export class PreparedOperation {
  private readonly plan: Completion | undefined;
  /** Variables that the cost depends on. */
  private readonly costly: readonly string[];
  /** Reckoning takes several times as long as executing. */
  private readonly costs = new Map<string, number>();

  /** @param name of the trusted document that it is; undefined for any other */
  constructor(
    private readonly of: AnsweredOperation,
    private readonly name: string | undefined,
  ) {
    this.plan = planOf(of.schema, of.document, of.operation);
    this.costly = this.plan ? [...variablesIn(of.document, COSTLY_ARGUMENTS)] : [];
  }

  /** The question with these values of variables; undefined for what has no plan, or is to be refused. */
  question(given: Variables): PreparedQuestion | undefined {
    const { plan, of } = this;
    if (plan === undefined || variableProblems({ ...of, variables: given }).length > 0) return undefined;
    const { coerced } = getVariableValues(of.schema, of.operation.variableDefinitions ?? [], given);
    if (coerced === undefined) return undefined;
    const cost = this.costWith(given);
    if (cost > MOST_COST) return undefined;
    return {
      operation: this.name,
      cost,
      wanted: wantedTrees(of.schema, of.document),
      answer: (context) => plan(undefined, { context, variables: coerced }),
    };
  }

  private costWith(variables: Variables): number {
    const values = JSON.stringify(this.costly.map((name) => variables[name] ?? null));
    const known = this.costs.get(values);
    if (known !== undefined) return known;
    const { schema, document, operation } = this.of;
    const operationName = operation.name?.value;
    const cost = reckon({
      schema,
      query: document,
      variables,
      ...(operationName !== undefined && { operationName }),
    });
    if (this.costs.size >= MOST_COSTS) this.costs.clear();
    if (values.length <= LONGEST_VALUES) this.costs.set(values, cost);
    return cost;
  }
}
