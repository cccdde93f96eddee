// @ts-check
/** Prints the reference of the API (docs/reference.md) out of its schema. */
import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';
import { groupTypes, rootTypes } from './groups.js';

/**
 * @import {
 *   GraphQLArgument, GraphQLEnumValue, GraphQLField, GraphQLInputField, GraphQLNamedType, GraphQLObjectType,
 *   GraphQLOutputType, GraphQLSchema, GraphQLType,
 * } from 'graphql'
 */
/** @typedef {GraphQLField<unknown, unknown>} Field */
/** @typedef {(type: GraphQLNamedType, field: Field) => string} CostInWords */
/** @typedef {'MOST_COST' | 'MOST_JOINED' | 'MOST_VALUES' | 'LONGEST_PAGE' | 'LONGEST_NAME' | 'LONGEST_ID'} Limit */
/** @typedef {Record<Limit, number>} Limits */

/** What the roots are called in the contents, and the word before their fields. */
const ROOTS = /** @type {const} */ ({ Query: 'Questions', Mutation: 'Mutations' });

/** @param {Limits} limits */
const head = ({ MOST_COST, MOST_JOINED, MOST_VALUES, LONGEST_PAGE, LONGEST_NAME, LONGEST_ID }) => `# Reference

The whole schema: each question with its arguments, each type with its fields. \`npm run docs:reference\` writes this file from
the schema; nothing here is written by hand. [api.md](api.md) says what the numbers mean and what counts in them,
[clients.md](clients.md) how to ask from a program.

- \`!\` after a type: never null; of an argument without a default: required. \`[…]\`: a list. Any other value is null where the
  letter does not tell it, unless its description says more.
- A page of a list holds as many nodes as its argument \`first\` says, ${LONGEST_PAGE} at most.
- Names have at most ${LONGEST_NAME.toLocaleString('en')} characters, ids ${LONGEST_ID.toLocaleString('en')}. A condition takes ${MOST_VALUES} values,
  and \`and\` and \`or\` take ${MOST_JOINED} filters each. Other limits are with the arguments.
- _Cost_ is what a field adds to the cost of a query, where that is not nothing; _its content_ is what is asked of each of its nodes;
  lists without pages are reckoned by a fixed length.
  A query may cost ${MOST_COST.toLocaleString('en')}, else it is refused as \`QUERY_TOO_COSTLY\`.
- What is refused, and what fails, has a stable code: [errors.md](errors.md) lists them.
`;

/**
 * @param {GraphQLSchema} schema sorted, so that equal schemas print equally
 * @param {Limits & { describeCost: (place: { type: GraphQLNamedType, field: Field }) => string }} api what the code of the API says
 */
export function printReference(schema, api) {
  const context = { costOf: costInWords(api), mentions: findMentions(schema) };
  const roots = rootTypes(schema);
  const groups = groupTypes(schema);
  return [
    head(api),
    ...contents(roots, groups),
    ...roots.flatMap((root) => [`## ${titleOf(root)}\n`, ...questions(root, context)]),
    ...groups.flatMap(({ title, intro, types }) => [
      `## ${title}\n`,
      `${intro}\n`,
      ...types.map((type) => section(type, context)),
    ]),
  ].join('\n');
}

/** @typedef {{ costOf: CostInWords, mentions: Map<string, string[]> }} Context */

/** @param {GraphQLObjectType} root */
const titleOf = (root) => ROOTS[/** @type {keyof ROOTS} */ (root.name)] ?? root.name;

/**
 * @param {readonly GraphQLObjectType[]} roots
 * @param {ReturnType<typeof groupTypes>} groups
 */
function contents(roots, groups) {
  const line = (/** @type {string} */ title, /** @type {string[]} */ links) =>
    `- **${linkTo(title, title)}**: ${links.join(' · ')}`;
  return [
    '## Contents\n',
    ...roots.map((root) =>
      line(
        titleOf(root),
        Object.keys(root.getFields()).map((name) => linkTo(name, `${root.name}.${name}`)),
      ),
    ),
    ...groups.map(({ title, types }) =>
      line(
        title,
        types.map(({ name }) => linkTo(name, name)),
      ),
    ),
    '',
  ];
}

/** @param {GraphQLObjectType} root @param {Context} context */
function questions(root, { costOf }) {
  return Object.values(root.getFields()).map((field) =>
    [
      `### ${root.name}.${field.name}\n`,
      `${described(field)}\n`,
      `Answers ${typeText(field.type)}.${costOf(root, field)}\n`,
      field.args.length === 0 ? '' : table('argument', field.args.map(inputRow)),
    ].join('\n'),
  );
}

/** @param {GraphQLNamedType} type @param {Context} context */
function section(type, { costOf, mentions }) {
  return [
    `### ${type.name}\n`,
    `${type.description ?? ''}\n`,
    found(type, mentions),
    body(type, costOf),
  ].join('\n');
}

/** @param {GraphQLNamedType} type @param {CostInWords} costOf */
function body(type, costOf) {
  if (isObjectType(type) || isInterfaceType(type)) {
    const interfaces = type.getInterfaces().map(typeText).join(', ');
    const rows = Object.values(type.getFields()).flatMap((field) => fieldRows(type, field, costOf));
    return (interfaces === '' ? '' : `Is a ${interfaces}.\n\n`) + table('field', rows);
  }
  if (isInputObjectType(type)) return table('field', Object.values(type.getFields()).map(inputRow));
  if (isEnumType(type))
    return table(
      'value',
      type.getValues().map((value) => [`\`${value.name}\``, described(value)]),
    );
  if (isUnionType(type)) return `One of ${type.getTypes().map(typeText).join(', ')}.\n`;
  return '';
}

/** @param {GraphQLNamedType} type @param {Field} field @param {CostInWords} costOf */
function fieldRows(type, field, costOf) {
  return [
    [`\`${field.name}\``, typeText(field.type), described(field) + costOf(type, field)],
    ...field.args.map((argument) => {
      const [name = '', ...rest] = inputRow(argument);
      return [`&emsp;(${name})`, ...rest];
    }),
  ];
}

/** @param {GraphQLArgument | GraphQLInputField} input */
function inputRow(input) {
  const value = input.defaultValue === undefined ? undefined : astFromValue(input.defaultValue, input.type);
  return [
    `\`${input.name}\``,
    typeText(input.type) + (value ? ` = \`${print(value)}\`` : ''),
    described(input),
  ];
}

/** @param {Field | GraphQLArgument | GraphQLInputField | GraphQLEnumValue} part */
function described({ description, deprecationReason }) {
  return (description ?? '') + (deprecationReason ? ` **Deprecated**: ${deprecationReason}` : '');
}

/** @param {Parameters<typeof printReference>[1]} api @returns {CostInWords} */
const costInWords =
  ({ describeCost }) =>
  (type, field) => {
    const words = describeCost({ type, field });
    return words === 'nothing' ? '' : ` _Cost: ${words}._`;
  };

/** @param {GraphQLNamedType} type @param {Context['mentions']} mentions */
function found({ name }, mentions) {
  const places = mentions.get(name) ?? [];
  return places.length === 0 ? '' : `Found in: ${places.join(', ')}.\n`;
}

/** Where each type is answered or taken: links to the questions and types. @param {GraphQLSchema} schema */
function findMentions(schema) {
  /** @type {Map<string, string[]>} */
  const mentions = new Map();
  const isRoot = (/** @type {GraphQLNamedType} */ type) =>
    rootTypes(schema).some(({ name }) => name === type.name);
  const add = (/** @type {GraphQLType} */ of, /** @type {string} */ place) => {
    const { name } = getNamedType(of);
    const places = mentions.get(name) ?? [];
    if (!places.includes(place)) mentions.set(name, [...places, place]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const place = isRoot(type)
        ? linkTo(field.name, `${type.name}.${field.name}`)
        : linkTo(type.name, type.name);
      add(field.type, place);
      if ('args' in field) for (const argument of field.args) add(argument.type, place);
    }
  }
  return mentions;
}

/** A type as the schema writes it, its name a link. @param {GraphQLType} type @returns {string} */
function typeText(type) {
  if (isNonNullType(type)) return `${typeText(type.ofType)}!`;
  if (isListType(type)) return `\\[${typeText(type.ofType)}\\]`;
  return isSpecifiedScalarType(type) ? type.name : linkTo(type.name, type.name);
}

/** A link to a heading of this page, under the name that code hosts give it. */
function linkTo(/** @type {string} */ text, /** @type {string} */ heading) {
  return `[${text}](#${heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')})`;
}

/** @param {string} first @param {readonly (readonly string[])[]} rows */
function table(first, rows) {
  const head = rows[0]?.length === 2 ? [first, 'meaning'] : [first, 'type', 'meaning'];
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.map(inCell).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line), ''].join('\n');
}

/** @param {string} text */
const inCell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
