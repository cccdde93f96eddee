import { describe, expect, test } from '@jest/globals';
import mtusData from '../../../src/normalise/data/mtus.json' with { type: 'json' };
import odgData from '../../../src/normalise/data/odg.json' with { type: 'json' };
import sourcesData from '../../../src/normalise/data/sources.json' with { type: 'json' };
import {
  mtusTitles,
  odgChapter,
  odgChapters,
  odgTopic,
  odgTopics,
  sectionsOf,
  source,
  sources,
  spellings,
} from '../../../src/normalise/catalogue.js';
import { readMtusClause } from '../../../src/normalise/mtus-clause.js';
import { fold } from '../../../src/normalise/names.js';
import { readNonMtusClause } from '../../../src/normalise/non-mtus.js';
import { acoemChapter, guidelinesNamed } from '../../../src/normalise/titles.js';
import { collect, contextOf, quoteOf } from './support.js';

const lists = [
  { name: 'MTUS titles', entries: mtusTitles, spell: spellings },
  { name: 'ODG topics', entries: odgTopics, spell: spellings },
  { name: 'sources', entries: sources, spell: spellings },
].map(({ name, entries, spell }) => ({ name, ids: entries.map(({ id }) => id), all: entries.map(spell) }));
const chapters = {
  name: 'ODG chapters',
  ids: odgChapters.map(({ id }) => id),
  all: odgChapters.map(({ name, titles, shortNames }) => [name, ...titles, ...shortNames]),
};

describe.each([...lists, chapters])('$name', ({ ids, all }) => {
  test('have unique ids', () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('have spellings that mean one entry each', () => {
    const meanings = new Map<string, Set<number>>();
    all.forEach((names, entry) => {
      names.forEach((name) => meanings.set(fold(name), (meanings.get(fold(name)) ?? new Set()).add(entry)));
    });
    expect([...meanings].filter(([, entries]) => entries.size > 1)).toEqual([]);
  });

  test('have no spelling twice, and none that is empty', () => {
    const doubled = all.filter((names) => new Set(names.map(fold)).size !== names.length);
    expect(doubled).toEqual([]);
    expect(all.flat().filter((name) => fold(name) === '')).toEqual([]);
  });
});

test('every spelling resolves to its own entry', () => {
  odgChapters.forEach((chapter) => {
    chapter.titles.forEach((name) => {
      expect(odgChapter(name)).toBe(chapter);
    });
  });
  odgTopics.forEach((topic) => {
    spellings(topic).forEach((name) => {
      expect(odgTopic(name)).toBe(topic.name);
    });
  });
  sources.forEach((one) => {
    spellings(one).forEach((name) => {
      expect(source(name)).toBe(one);
    });
  });
});

describe('names of MTUS titles', () => {
  const meant = (name: string) => guidelinesNamed(name, {}).map(({ title }) => title.id);
  const shared = mtusTitles.flatMap(({ id, sharedNames }) => sharedNames.map((name) => [name, id] as const));
  const general = mtusData.generalApproaches.chapters.map(({ section }) => section);

  test('an alias is no name of another title, and means its own alone', () => {
    const isShared = (name: string) => shared.some(([other]) => fold(other) === fold(name));
    const own = mtusTitles.flatMap((title) => spellings(title).map((name) => [name, title.id] as const));
    const wrong = own
      .filter(([name]) => !isShared(name) && !general.includes(name))
      .filter(([name, id]) => meant(name).join() !== id);
    expect(wrong).toEqual([]);
  });

  test('a name that is marked as shared means several, its own title among them', () => {
    for (const [name, id] of shared) {
      expect(meant(name)).toContain(id);
      expect(meant(name).length).toBeGreaterThan(1);
    }
  });

  test('a chapter of the 2nd edition that became a title of its own means both', () => {
    expect(meant('Prevention').sort()).toEqual(['general-approaches', 'prevention']);
  });
});

describe('editions', () => {
  test('are in the order of their years, each year once', () => {
    for (const { name, editions } of mtusTitles) {
      const years = editions.map(({ year }) => year);
      expect({ name, years }).toEqual({ name, years: [...new Set(years)].sort() });
      expect(years.length).toBeGreaterThan(0);
    }
  });

  test('are in force from a day no earlier than their year, until one after it, and not two at a time', () => {
    const day = /^20\d\d-[01]\d-[0-3]\d$/;
    for (const { editions } of mtusTitles) {
      const dates = editions.flatMap(({ from, until }) => [from, until]).filter((date) => date !== null);
      for (const date of dates) expect(date).toMatch(day);
      expect(dates).toEqual([...dates].sort());
      for (const { year, from } of editions) {
        if (from !== null) expect(Number(from.slice(0, 4))).toBeGreaterThanOrEqual(year);
      }
    }
  });

  test('of the two sets meet on December 1, 2017', () => {
    const known = mtusTitles.flatMap(({ editions }) => editions);
    expect(known.filter(({ until }) => until === '2017-11-30').length).toBeGreaterThan(10);
    expect(known.filter(({ from }) => from === '2017-12-01').length).toBeGreaterThan(10);
  });

  test('have sections that are words, each once', () => {
    for (const title of mtusTitles) {
      for (const { year } of title.editions) {
        const { names } = sectionsOf(title, year);
        expect(new Set(names.map(fold)).size).toBe(names.length);
        for (const name of names) expect(name).toMatch(/\w/);
      }
    }
  });

  test('name no list of sections that is not there', () => {
    const named = mtusTitles.flatMap(({ editions }) => editions.map(({ sections }) => sections));
    const sets = named.filter((sections) => typeof sections === 'string');
    expect(Object.keys(mtusData.sectionSets).sort()).toEqual([...new Set(sets)].sort());
  });
});

test.each(mtusTitles.flatMap((title) => title.examples.map((example) => [example, title.name])))(
  '"%s" is cited as %s',
  (example, name) => {
    const { warn, codes } = collect();
    const citations = readMtusClause(quoteOf(`${example}.`), contextOf({ warn }));
    expect(citations.map(({ chapter, resolution }) => ({ chapter, resolution }))).toEqual([
      { chapter: name, resolution: 'RESOLVED' },
    ]);
    expect(codes().filter((code) => code !== 'NOT_IN_MTUS')).toEqual([]);
  },
);

test.each(odgChapters.flatMap((chapter) => chapter.examples.map((example) => [example, chapter.name])))(
  '"%s" is cited as %s',
  (example, name) => {
    const citations = readNonMtusClause(quoteOf(`${example}.`), contextOf());
    expect(citations.map(({ source: from, chapter }) => ({ from, chapter }))).toEqual([
      { from: 'ODG', chapter: name },
    ]);
  },
);

test.each(sources.flatMap((one) => spellings(one).map((name) => [name, one.name])))(
  '"%s" is cited as %s',
  (name, expected) => {
    const citations = readNonMtusClause(quoteOf(name), contextOf());
    expect(citations.map(({ source: from, resolution }) => ({ from, resolution }))).toEqual([
      { from: expected, resolution: 'RESOLVED' },
    ]);
  },
);

test('every section of every edition is found when cited together with another', () => {
  for (const title of mtusTitles) {
    for (const { year } of title.editions) {
      const { names } = sectionsOf(title, year);
      for (const section of names) {
        const [first] = names;
        const { warn, codes } = collect();
        const words = `${title.name} ${year}, Section(s): ${section}, ${first ?? ''}, and Opioid Treatment 2016.`;
        const topics = readMtusClause(quoteOf(words), contextOf({ warn })).map((citation) => citation.topics);
        expect(topics).toEqual([[...new Set([section, first])], []]);
        expect(codes()).toEqual([]);
      }
    }
  }
});

test('the chapters of the ACOEM Practice Guidelines have one number each, 1 to 16', () => {
  const titled = mtusTitles.flatMap(({ acoemChapter: number }) => (number === undefined ? [] : [number]));
  const numbers = [...titled, ...mtusData.generalApproaches.chapters.map(({ chapter }) => chapter)];
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  expect([8, 12, 16].map((n) => acoemChapter(n)?.title.name)).toEqual([
    'Neck and Upper Back Complaints',
    'Low Back Complaints',
    'Eye',
  ]);
  expect(acoemChapter(3)?.section).toBe('Initial Approaches to Treatment');
  expect(acoemChapter(17)).toBeUndefined();
});

test('chapters 4, 6 and 7 alone are not in the MTUS', () => {
  const outside = mtusTitles.filter(({ notInMtus }) => notInMtus).map(({ acoemChapter: number }) => number);
  expect(outside.sort()).toEqual([4, 6, 7]);
});

test('no entry has a key that the catalogue does not know, and all say what they rest on', () => {
  const keysOf = (entries: readonly object[]) => [...new Set(entries.flatMap(Object.keys))].sort();
  expect({
    mtus: keysOf([mtusData]),
    titles: keysOf(mtusData.titles),
    editions: keysOf(mtusTitles.flatMap(({ editions }) => editions)),
    chapters: keysOf(odgData.chapters),
    topics: keysOf(odgData.topics),
    sources: keysOf(sourcesData.sources),
  }).toEqual({
    mtus: ['generalApproaches', 'sectionSets', 'titles'],
    titles: [
      'acoemChapter',
      'aliases',
      'editions',
      'examples',
      'id',
      'name',
      'notInAcoem',
      'notInMtus',
      'regulation',
      'sharedNames',
    ],
    editions: ['evidence', 'from', 'sections', 'until', 'year'],
    chapters: ['evidence', 'examples', 'id', 'name', 'shortNames', 'titles'],
    topics: ['aliases', 'id', 'name'],
    sources: ['aliases', 'evidence', 'hasChapters', 'id', 'kind', 'name'],
  });
  const kinds = sourcesData.sources.map(({ kind }) => kind);
  expect([...new Set(kinds)].sort()).toStrictEqual([
    'COVERAGE_POLICY',
    'GUIDELINE',
    'LITERATURE',
    'REFERENCE',
    'REGULATION',
  ]);
  const evidence = [...mtusTitles.flatMap(({ editions }) => editions), ...odgChapters, ...sources].map(
    (entry) => entry.evidence,
  );
  expect([...new Set(evidence)].sort()).toStrictEqual(['GENERAL', 'LETTERS', 'MAXIMUS']);
});
