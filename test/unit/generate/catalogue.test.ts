import { expect, test } from '@jest/globals';
import { criteria, drugs, guidelines, people, regions, requests } from '../../../src/generate/data.js';
import { mtusTitles, odgChapters, odgTopics } from '../../../src/normalise/catalogue.js';
import { CRITERION_KINDS } from '../../../src/normalise/criteria/kinds.js';
import specialtyData from '../../../src/normalise/data/specialties.json' with { type: 'json' };

/** The truth is told in the catalogue's names; the written forms are the generator's own. */

const mtus = mtusTitles.map(({ name }) => name);
const unknown = (names: Iterable<string | undefined>, known: readonly string[]) =>
  [...new Set(names)].filter((name) => name !== undefined && !known.includes(name));

test('titles of the MTUS and their years', () => {
  const editions = mtusTitles.flatMap((title) => title.editions.map(({ year }) => `${title.name} ${year}`));
  const cited = Object.entries(guidelines.since2017).flatMap(([name, years]) =>
    years.map((year) => `${name} ${year}`),
  );
  expect(unknown(cited, editions)).toEqual([]);
  expect(unknown(Object.values(guidelines.acoem), mtus)).toEqual([]);
  expect(
    unknown(
      Object.values(regions).map(({ since2017 }) => since2017),
      mtus,
    ),
  ).toEqual([]);
  expect(
    unknown(
      requests.map(({ since2017Title }) => since2017Title),
      mtus,
    ),
  ).toEqual([]);
});

test('sections of the Chronic Pain guideline of 2016', () => {
  const title = mtusTitles.find(({ name }) => name === 'Chronic Pain Medical Treatment');
  const sections = title?.editions.find(({ year }) => year === 2016)?.sections ?? [];
  const cited = [...requests, ...drugs].flatMap(({ cp2016 = [] }) => cp2016);
  expect(unknown(cited, typeof sections === 'string' ? [] : sections)).toEqual([]);
});

test('chapters and topics of the ODG', () => {
  const chapters = odgChapters.map(({ name }) => name);
  const topics = odgTopics.map(({ name }) => name);
  expect(unknown(Object.keys(guidelines.odgChapters), chapters)).toEqual([]);
  expect(unknown(Object.keys(guidelines.odgTopics), topics)).toEqual([]);
  const used = [...requests, ...drugs];
  expect(
    unknown(
      used.map(({ odg }) => odg),
      Object.keys(guidelines.odgTopics),
    ),
  ).toEqual([]);
  expect(
    unknown(
      used.map(({ odgChapter }) => odgChapter),
      Object.keys(guidelines.odgChapters),
    ),
  ).toEqual([]);
  expect(
    unknown(
      Object.values(regions).map(({ odg }) => odg),
      Object.keys(guidelines.odgChapters),
    ),
  ).toEqual([]);
});

test('specialties, states and families', () => {
  const named = Object.keys(people.credentials).flatMap((names) => names.split('|'));
  expect(
    unknown(
      named,
      specialtyData.specialties.map(({ name }) => name),
    ),
  ).toEqual([]);
  expect(Object.keys(people.stateCodes).sort()).toEqual(Object.keys(people.states).sort());
  expect(
    unknown(
      [...requests, ...drugs].map(({ family }) => family),
      Object.keys(criteria.families),
    ),
  ).toEqual([]);
  expect(unknown(Object.values(criteria.families).flat(), Object.keys(criteria.statements))).toEqual([]);
});

test('kinds of criteria, each in eight wordings or more that differ', () => {
  const kinds = Object.keys(CRITERION_KINDS);
  const worded = Object.keys(criteria.statements);
  expect(unknown(kinds, worded)).toEqual([]);
  for (const [key, statements] of Object.entries(criteria.statements)) {
    const [kind = '', family] = key.split('/');
    expect(kinds).toContain(kind);
    if (family !== undefined) expect(criteria.families[family]).toContain(kind);
    for (const wordings of [statements.MET, statements.NOT_MET]) {
      expect(new Set(wordings).size).toBe(wordings.length);
      expect(wordings.length).toBeGreaterThanOrEqual(8);
    }
  }
});

test('a wording says one thing: none is of two kinds, or met and not met', () => {
  const said = new Map<string, Set<string>>();
  for (const [key, statements] of Object.entries(criteria.statements)) {
    for (const status of ['MET', 'NOT_MET'] as const) {
      for (const wording of statements[status])
        said.set(wording, (said.get(wording) ?? new Set()).add(`${key.split('/')[0] ?? ''} ${status}`));
    }
  }
  expect([...said].filter(([, readings]) => readings.size > 1)).toEqual([]);
});
