import { describe, expect, test } from '@jest/globals';
import { buildSchema, lexicographicSortSchema } from 'graphql';
import { printReference } from '../../../scripts/reference/print.js';
import * as cost from '../../../src/api/limits/cost.js';
import * as limits from '../../../src/api/inputs/limits.js';
import { createSchema } from '../../../src/api/schema.js';
import { read } from './project-files.js';

const reference = printReference(lexicographicSortSchema(createSchema()), { ...cost, ...limits });

test('the committed reference is the one that the schema makes', () => {
  expect({ stale: read('docs/reference.md') !== reference, cure: 'npm run docs:reference' }).toEqual({
    stale: false,
    cure: 'npm run docs:reference',
  });
});

describe('as a page', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const anchors = [...reference.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading));

  test('every heading has an anchor of its own', () => {
    expect(anchors.filter((anchor, i) => anchors.indexOf(anchor) !== i)).toEqual([]);
  });

  test('every link leads to a heading', () => {
    const links = [...reference.matchAll(/\]\(#(.+?)\)/g)].map(([, target = '']) => target);
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((target) => !anchors.includes(target))).toEqual([]);
  });

  test('every type and question is there once', () => {
    const schema = createSchema();
    const own = Object.keys(schema.getTypeMap()).filter(
      (name) => !/^(__.*|Query|Mutation|Boolean|Float|ID|Int|String)$/.test(name),
    );
    const questions = Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) => `Query.${name}`);
    for (const name of [...own, ...questions]) expect(reference.split(`\n### ${name}\n`)).toHaveLength(2);
  });
});

describe('what is told', () => {
  const schema = buildSchema(`
    type Query {
      "Letters, by id."
      letters("How many, 1 to 100." first: Int! = 20, "Which." filter: Filter = { tone: KIND }): LetterConnection!
      "One of two."
      reading: Reading @deprecated(reason: "Ask for letters.")
    }
    type Mutation { "Sends." send("What." text: String!): Boolean }
    "One has an id." interface Node { "The id." id: ID! }
    "A letter." type Letter implements Node { "The id." id: ID! "Where." place("Which." tone: Tone): Place! }
    "A place." type Place { "One | two." name: String }
    "A page." type LetterConnection { "In order." nodes: [Letter!]! }
    "A refusal." type Refusal { "Why." code: String! }
    "Either." union Reading = Letter | Refusal
    "Narrows." input Filter { "The tone." tone: Tone }
    "How it sounds." enum Tone { "Friendly." KIND "Not." HARSH @deprecated(reason: "Nobody is.") }
    "A day." scalar Day
    "When." type When { "The day." day: Day }
  `);
  const page = printReference(schema, {
    describeCost: ({ field }) => (field.name === 'letters' ? 'first × 1' : 'nothing'),
    MOST_COST: 12_345,
    MOST_JOINED: 4,
    MOST_VALUES: 5,
    LONGEST_PAGE: 6,
    LONGEST_NAME: 7,
    LONGEST_ID: 8,
  });

  test.each([
    ['questions with their costs', 'Answers [LetterConnection](#letterconnection)!. _Cost: first × 1._\n'],
    ['what costs nothing without a word of it', '| `nodes` | \\[[Letter](#letter)!\\]! | In order. |\n'],
    ['defaults', '| `first` | Int! = `20` | How many, 1 to 100. |\n'],
    ['defaults that are inputs', '| [Filter](#filter) = `{tone: KIND}` | Which. |\n'],
    [
      'arguments under their field',
      '| `place` | [Place](#place)! | Where. |\n| &emsp;(`tone`) | [Tone](#tone) | Which. |\n',
    ],
    ['deprecated questions', 'One of two. **Deprecated**: Ask for letters.\n'],
    ['deprecated values', '| `HARSH` | Not. **Deprecated**: Nobody is. |\n'],
    ['bars, so that they do not end a cell', '| String | One \\| two. |\n'],
    ['unions', 'One of [Letter](#letter), [Refusal](#refusal).\n'],
    ['interfaces', 'Is a [Node](#node).\n'],
    [
      'where a type is found',
      '### Tone\n\nHow it sounds.\n\nFound in: [Letter](#letter), [Filter](#filter).\n',
    ],
    ['limits', 'A query may cost 12,345,'],
    ['mutations', '### Mutation.send\n'],
  ])('%s', (_, words) => {
    expect(page).toContain(words);
  });

  test('types by what they are', () => {
    const contents = page.slice(page.indexOf('## Contents'), page.indexOf('## Questions'));
    expect(
      contents
        .replaceAll(/\]\(.*?\)|\[/g, '')
        .trim()
        .split('\n')
        .slice(2),
    ).toEqual([
      '- **Questions**: letters · reading',
      '- **Mutations**: send',
      '- **Nodes**: Node · Letter',
      '- **Parts of nodes**: Place',
      '- **Answers**: Reading · Refusal · When',
      '- **Pages**: LetterConnection',
      '- **Filters and orders**: Filter',
      '- **Enums**: Tone',
      '- **Scalars**: Day',
    ]);
  });
});
