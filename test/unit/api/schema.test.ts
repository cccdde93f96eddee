import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  validate,
  type GraphQLNamedType,
} from 'graphql';
import { createSchema, printSdl } from '../../../src/api/schema.js';

const schema = createSchema();
const committed = readFileSync('schema/schema.graphql', 'utf8');
const operations = readdirSync('schema/operations').sort();

test('the committed schema is the one that the code makes', () => {
  const breaking = findBreakingChanges(buildSchema(committed), schema).map(({ description }) => description);
  const stale = committed !== printSdl(schema);
  expect({ stale, cure: 'npx imr schema --write', breaking }).toEqual({
    stale: false,
    cure: 'npx imr schema --write',
    breaking: [],
  });
});

test('every type, field, argument and enum value is described', () => {
  const roots: unknown[] = [schema.getQueryType(), schema.getMutationType()];
  const ours = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );
  const undescribed = ours
    .filter((type) => !type.description && !roots.includes(type))
    .map(({ name }) => name);
  for (const type of ours) undescribed.push(...undescribedParts(type));
  expect(undescribed).toEqual([]);
});

function undescribedParts(type: GraphQLNamedType): string[] {
  const parts: { name: string; description?: string | null | undefined }[] = [];
  if (isEnumType(type)) parts.push(...type.getValues());
  if (isInputObjectType(type)) parts.push(...Object.values(type.getFields()));
  if (isObjectType(type)) {
    const fields = Object.values(type.getFields());
    parts.push(...fields, ...fields.flatMap(({ args }) => args));
  }
  return parts.filter(({ description }) => !description).map(({ name }) => `${type.name}.${name}`);
}

describe('named operations', () => {
  test.each(operations)('%s fits the schema and is named as its file', (file) => {
    const document = parse(readFileSync(`schema/operations/${file}`, 'utf8'));
    expect(validate(schema, document)).toEqual([]);
    expect(document.definitions).toMatchObject([
      { kind: 'OperationDefinition', name: { value: file.replace('.graphql', '') } },
    ]);
  });
});
