// @ts-check
/** Which types of the schema belong together, told by what they are and what leads to them: no list to keep by hand. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

/** @import { GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql' */
/** @typedef {{ title: string, intro: string, types: GraphQLNamedType[] }} Group */

/** What lists share. */
const PAGES = /(Connection|Edge|^PageInfo)$/;

/** @param {GraphQLSchema} schema */
function ownTypes(schema) {
  return Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
}

/** @param {GraphQLSchema} schema @returns {GraphQLObjectType[]} */
export function rootTypes(schema) {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== undefined && type !== null,
  );
}

/**
 * Every type but the roots, each in one group; answers and inputs in the order in which the roots' fields lead to them.
 * @param {GraphQLSchema} schema
 * @returns {Group[]}
 */
export function groupTypes(schema) {
  const roots = rootTypes(schema);
  const types = ownTypes(schema).filter((type) => !roots.some(({ name }) => name === type.name));
  const inOrder = reachable([...roots, ...types]).filter((type) => types.includes(type));
  const isNode = (/** @type {GraphQLNamedType} */ type) =>
    (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) ||
    (isInterfaceType(type) && type.name === 'Node');
  const isAnswer = (/** @type {GraphQLNamedType} */ type) =>
    (isObjectType(type) || isUnionType(type) || isInterfaceType(type)) &&
    !isNode(type) &&
    !PAGES.test(type.name);

  const nodes = types.filter(isNode);
  const parts = reachable(nodes, (type) => isNode(type) || isAnswer(type)).filter(isAnswer);
  return [
    { title: 'Nodes', intro: 'What the graph holds; each has an id of its own.', types: nodes },
    { title: 'Parts of nodes', intro: 'What nodes are told by, beside values.', types: parts },
    {
      title: 'Answers',
      intro: 'What questions and mutations answer, in their order.',
      types: inOrder.filter((type) => isAnswer(type) && !parts.includes(type)),
    },
    {
      title: 'Pages',
      intro: 'Lists are connections: all are alike, some tell more of the whole.',
      types: types.filter((type) => PAGES.test(type.name) && isObjectType(type)),
    },
    {
      title: 'Filters and orders',
      intro: 'What arguments take, in the order of questions and mutations.',
      types: inOrder.filter(isInputObjectType),
    },
    { title: 'Enums', intro: 'Closed lists of values.', types: types.filter(isEnumType) },
    {
      title: 'Scalars',
      intro: 'Values beside `Int`, `Float`, `String`, `Boolean` and `ID`.',
      types: types.filter(isScalarType),
    },
  ].filter((group) => group.types.length > 0);
}

/**
 * The types that these lead to, themselves included: behind each type at once what it leads to.
 * @param {readonly GraphQLNamedType[]} from
 * @param {(type: GraphQLNamedType) => boolean} [enters] types that are not entered are not told either
 * @returns {GraphQLNamedType[]}
 */
function reachable(from, enters = () => true) {
  /** @type {Set<GraphQLNamedType>} */
  const seen = new Set();
  const visit = (/** @type {GraphQLNamedType} */ type) => {
    if (seen.has(type) || !enters(type)) return;
    seen.add(type);
    neighbours(type).forEach(visit);
  };
  from.forEach(visit);
  return [...seen];
}

/** @param {GraphQLNamedType} type @returns {GraphQLNamedType[]} */
function neighbours(type) {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) =>
    [field.type, ...field.args.map((argument) => argument.type)].map((it) => getNamedType(it)),
  );
}
