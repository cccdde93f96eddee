import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { statement } from '../../src/graph/statements.js';
import { emptyGraph, testConnection } from '../support/graph.js';

const names = ['read', 'write'].flatMap((folder) =>
  readdirSync(`cypher/${folder}`).map((file) => `${folder}/${file.replace('.cypher', '')}`),
);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))
  .join('\n');

const read = (name: string) => readFileSync(`cypher/${name}.cypher`, 'utf8');

/** The lines of the header comment, joined. */
function header(name: string): string {
  const lines = read(name).split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(2).trim())
    .join('\n');
}

/** Names of a header entry, without the remarks in brackets. */
function declared(name: string, entry: 'params' | 'columns'): string[] {
  const [, list = ''] = new RegExp(`^${entry}: ([^:]*)(?=\\n\\w+:|$)`, 'm').exec(`${header(name)}\n`) ?? [];
  const bare = withoutBrackets(list);
  return bare.match(/\w+/g)?.sort() ?? [];
}

function withoutBrackets(text: string): string {
  const outer = text.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, ' ');
  return outer === text ? outer : withoutBrackets(outer);
}

/** What the engine would do: the columns, and what the operators of the plan say of themselves. Nothing is run. */
async function explain(name: string): Promise<{ columns: string[]; operators: string[] }> {
  const parameters = Object.fromEntries(declared(name, 'params').map((parameter) => [parameter, null]));
  const { keys, summary } = await driver.executeQuery(`EXPLAIN ${statement(name)}`, parameters);
  return { columns: [...keys].sort(), operators: summary.plan ? operatorsOf(summary.plan) : [] };
}

function operatorsOf({ operatorType, arguments: details, children }: Plan): string[] {
  return [`${operatorType} ${String(details.Details)}`, ...children.flatMap(operatorsOf)];
}

/** Label and first property of the index that a header names: `Case(id`. */
function indexed(name: string): string | undefined {
  const index = /^index: (\w+)/m.exec(header(name))?.[1];
  if (index === undefined) return undefined;
  const [, label, property] =
    new RegExp(`${index} .*\\(n:(\\w+)\\) .*?\\(?n\\.(\\w+)`).exec(migrations) ?? [];
  return `${label}(${property}`;
}

const migrations = readdirSync('cypher/migrations')
  .map((file) => readFileSync(`cypher/migrations/${file}`, 'utf8'))
  .join('\n');

let driver: Driver;

beforeAll(async () => {
  await emptyGraph();
  const { uri, user, password } = testConnection();
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
});

afterAll(() => driver.close());

describe.each(names)('%s', (name) => {
  test('is used', () => {
    expect(sources).toContain(`'${name}'`);
  });

  test('declares the parameters that it uses', () => {
    const code = statement(name).replace(/^\s*\/\/.*$/gm, '');
    const used = new Set([...code.matchAll(/\$(\w+)/g)].map(([, parameter]) => parameter));
    expect(declared(name, 'params')).toEqual([...used].sort());
  });
});

describe.each(names)('%s on the engine', (name) => {
  let plan: Awaited<ReturnType<typeof explain>>;

  beforeAll(async () => {
    plan = await explain(name);
  });

  test('compiles, and gives the columns that it declares', () => {
    expect(plan.columns).toEqual(declared(name, 'columns'));
  });

  test('never looks at all nodes, nor, when reading, at all pairs', () => {
    const costly = name.startsWith('read/') ? /^(AllNodes|AllRel|Cartesian)/ : /^(AllNodes|AllRel)/;
    expect(plan.operators.filter((operator) => costly.test(operator))).toEqual([]);
  });

  test('uses the index that it names, if any', () => {
    const index = indexed(name);
    if (index === undefined) return;
    expect(plan.operators).toContainEqual(expect.stringMatching(/^Node(Unique)?Index(Seek|Scan)/));
    expect(plan.operators.join('\n')).toContain(index);
  });
});
