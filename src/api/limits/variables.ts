import {
  GraphQLError,
  isInputType,
  isNonNullType,
  typeFromAST,
  visit,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { pathOf } from '../inputs/argument-problem.js';
import { inOneMessage, inputProblems, type FieldProblem } from '../inputs/input-problems.js';

/** What is asked, with the values of its variables. */
export interface Question {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Everything that is wrong with the variables, by the argument that they are given for. GraphQL itself would repeat what was
 * submitted, and look at it however large it is.
 */
export function variableProblems(question: Question): FieldProblem[] {
  const definitions = question.operation.variableDefinitions ?? [];
  return definitions.flatMap((definition) => problemsOf(definition, question));
}

function problemsOf(
  definition: VariableDefinitionNode,
  { schema, document, variables }: Question,
): FieldProblem[] {
  const type = typeFromAST(schema, definition.type);
  if (!isInputType(type)) return [];
  const name = definition.variable.name.value;
  const problems = problemsOfValue(definition, type, variables);
  if (problems.length === 0) return problems;
  const path = pathOfUse(document, name);
  return problems.map((problem) => ({ ...problem, path: `${path}${problem.path}` }));
}

/** What is wrong with the value itself, by its place in it. */
function problemsOfValue(
  { variable, defaultValue }: VariableDefinitionNode,
  type: GraphQLInputType,
  variables: Question['variables'],
): FieldProblem[] {
  const name = variable.name.value;
  if (Object.hasOwn(variables, name)) return inputProblems(variables[name], type, '');
  const isMissing = isNonNullType(type) && defaultValue === undefined;
  return isMissing ? [{ path: '', message: 'must be given' }] : [];
}

/** The path of the argument that first uses a variable; its name when none does. */
function pathOfUse(document: DocumentNode, name: string): string {
  let path: string | undefined;
  visit(document, {
    VariableDefinition: () => false,
    Variable: (variable, _key, parent, _path, ancestors) => {
      if (variable.name.value === name && parent) path ??= pathOf([...ancestors, parent]);
    },
  });
  return path ?? `$${name}`;
}

/** An error that names each problem. */
export function refuseArguments(fields: readonly FieldProblem[]): GraphQLError {
  return new GraphQLError(inOneMessage(fields), {
    extensions: { code: 'BAD_USER_INPUT', fields, http: { status: 400 } },
  });
}
