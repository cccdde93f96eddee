/** Values at random for the arguments of a schema: some that fields accept, many that mean something to a parser behind them. */
import fc from 'fast-check';
import {
  GraphQLEnumType,
  GraphQLInputObjectType,
  GraphQLList,
  GraphQLNonNull,
  isRequiredInputField,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';

/** Words that are syntax to Cypher, to Lucene, to a pattern, to JSON, to a page or to a shell; each holds `zq7`, which no letter does. */
export const ATTACKS: readonly string[] = [
  "zq7' OR 1=1 //",
  'zq7" OR true //',
  "zq7'}) DETACH DELETE n //",
  'zq7"}) DETACH DELETE n RETURN 1 //',
  'zq7`) MATCH (n) DETACH DELETE n //',
  'zq7 */ RETURN 1 /*',
  '$zq7 $filter $ids',
  'zq7\\\' \\" \\u0027 \\',
  'label:zq7* AND (rationale:[a TO z] OR *:*) NOT ^9~2 && || !',
  'zq7 /.*/ "unclosed (((',
  '(((((((((zq7+)+)+)+)+)+)+)+)+)+$',
  '{"zq7": {"$ne": null}, "__proto__": {"admin": true}}',
  '<script>zq7()</script>',
  'zq7\u0000\u0001\u001f',
  'zq7\ud800',
  '\udfffzq7',
  '\u202ezq7\u2066\ufeff',
  'zq7 e\u0301\u0301\u0301 😀',
  'zq7\r\nset-cookie: a=b',
  '${zq7} {{zq7}} %s %n $(zq7)',
  '../../zq7/../../etc/passwd',
  `zq7${'x'.repeat(5_000)}`,
  '(zq7 or '.repeat(60),
];

const FITTING = [
  'ODG',
  'CA',
  'MRI',
  'Knee',
  'Knee & Leg',
  'Pain Management',
  'Orthopedic Surgery',
  'Tramadol',
  'MRI of the left knee',
  'Not medically necessary',
  'CM16-0000001',
  'CM16-0000001#1',
  'ODG > Knee & Leg',
  'MTUS > Knee Complaints (2004)',
  'Case:CM16-0000001',
  'Finding:CM16-0000001#2',
  'Guideline:ODG > Knee & Leg',
];

const INTEGERS = [1, 2, 3, 5, 0, -1, 100, 101, 2016, 2 ** 31 - 1, -(2 ** 31)];
const NUMBERS = [0, 0.5, 1, -0.1, 1.1, 1e308, 5e-324, -0];
const DAYS = ['2016-11-02', '2017-01-17', '0001-01-01', '9999-12-31', '2016-02-30', '', 'zq7'];

/** Levels of input objects within each other. */
const DEEPEST = 3;
const MOST_FIELDS = 3;

/**
 * Values of an input type, as JSON; what may be left out often is (`undefined`).
 * @param cursors cursors of lists, which no random words are
 */
export function valueOf(
  type: GraphQLInputType,
  name: string,
  cursors: readonly string[],
  depth = 0,
): fc.Arbitrary<unknown> {
  if (type instanceof GraphQLNonNull) return present(type.ofType, name, cursors, depth);
  const value = present(type, name, cursors, depth);
  // Most cursors are those of other lists: nearly always refused.
  const leftOut = name === 'after' || name === 'before' ? 60 : 10;
  return fc.oneof(
    { weight: leftOut, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 10, arbitrary: value },
  );
}

function present(
  type: GraphQLInputType,
  name: string,
  cursors: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  if (type instanceof GraphQLList) {
    const entry = valueOf(type.ofType, name, cursors, depth);
    return fc.array(
      entry.filter((value) => value !== undefined),
      { maxLength: 3 },
    );
  }
  if (type instanceof GraphQLEnumType) return fc.constantFrom(...type.getValues().map((value) => value.name));
  if (type instanceof GraphQLInputObjectType) return objectOf(type, cursors, depth);
  return scalar((type as { name: string }).name, name, cursors);
}

function objectOf(
  type: GraphQLInputObjectType,
  cursors: readonly string[],
  depth: number,
): fc.Arbitrary<unknown> {
  const fields = Object.values(type.getFields());
  const isDeep = (field: GraphQLInputField) => /Filter|\[/.test(String(field.type));
  const wanted = fields.filter((field) => isRequiredInputField(field) || depth < DEEPEST || !isDeep(field));
  // All fields at once would nearly always let nothing pass.
  const maxLength = Math.min(wanted.length, MOST_FIELDS);
  return fc.subarray(wanted, { maxLength }).chain((chosen) => {
    const given = wanted.filter((field) => isRequiredInputField(field) || chosen.includes(field));
    return fc.record(
      Object.fromEntries(
        given.map((field) => [field.name, valueOf(field.type, field.name, cursors, depth + 1)]),
      ),
    );
  });
}

function scalar(type: string, name: string, cursors: readonly string[]): fc.Arbitrary<unknown> {
  switch (type) {
    case 'Int':
      return /^(first|last)$/.test(name)
        ? fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 5 }) }, fc.constantFrom(...INTEGERS))
        : fc.constantFrom(...INTEGERS);
    case 'Float':
      return fc.constantFrom(...NUMBERS);
    case 'Boolean':
      return fc.boolean();
    case 'LocalDate':
      return fc.constantFrom(...DAYS);
    default: {
      const known = name === 'after' || name === 'before' ? cursors : FITTING;
      const words = fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ unit: 'binary', maxLength: 60 }));
      return known.length > 0 ? fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, words) : words;
    }
  }
}
