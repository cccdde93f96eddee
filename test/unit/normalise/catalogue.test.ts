import { describe, expect, test } from '@jest/globals';
import {
  acoemChapter,
  mtusTitle,
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
import { collect, quoteOf } from './support.js';

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

  test('have no spelling twice', () => {
    const doubled = all.filter((names) => new Set(names.map(fold)).size !== names.length);
    expect(doubled).toEqual([]);
  });
});

test('every spelling resolves to its own entry', () => {
  mtusTitles.forEach((title) => {
    spellings(title).forEach((name) => {
      expect(mtusTitle(name)).toBe(title);
    });
  });
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

test('editions are in the order of their years', () => {
  for (const { name, editions } of mtusTitles) {
    const years = editions.map(({ year }) => year);
    expect({ name, years }).toEqual({ name, years: [...new Set(years)].sort() });
    expect(years.length).toBeGreaterThan(0);
  }
});

test.each(mtusTitles.flatMap((title) => title.examples.map((example) => [example, title.name])))(
  '"%s" is cited as %s',
  (example, name) => {
    const { warn, codes } = collect();
    const citations = readMtusClause(quoteOf(`${example}.`), 'EXPERT_REVIEWER', warn);
    expect(citations.map(({ chapter, resolved }) => ({ chapter, resolved }))).toEqual([
      { chapter: name, resolved: true },
    ]);
    expect(codes()).toEqual([]);
  },
);

test('every section of every edition is found when cited together with another', () => {
  for (const title of mtusTitles) {
    for (const { year } of title.editions) {
      for (const section of sectionsOf(title, year)) {
        const [first] = sectionsOf(title, year);
        const { warn, codes } = collect();
        const words = `${title.name} ${year}, Section(s): ${section}, ${first ?? ''}, and Opioid Treatment 2016.`;
        const topics = readMtusClause(quoteOf(words), 'EXPERT_REVIEWER', warn).map(
          (citation) => citation.topics,
        );
        expect(topics).toEqual([[...new Set([section, first])], []]);
        expect(codes()).toEqual([]);
      }
    }
  }
});

test('the chapters 8 to 16 of the ACOEM Practice Guidelines are titles, 1 to 5 sections of the general approaches', () => {
  expect([8, 12, 16].map((n) => acoemChapter(n)?.title.name)).toEqual([
    'Neck and Upper Back Complaints',
    'Low Back Complaints',
    'Eye',
  ]);
  expect(acoemChapter(3)?.section).toBe('Initial Approaches to Treatment');
  expect(acoemChapter(17)).toBeUndefined();
});

test('no entry has a key that the catalogue does not know', () => {
  const known = ['id', 'name', 'aliases', 'acoemChapter', 'editions', 'examples', 'titles', 'shortNames'];
  const keys = [...mtusTitles, ...odgChapters, ...odgTopics, ...sources].flatMap(Object.keys);
  expect([...new Set(keys)].filter((key) => !known.includes(key))).toEqual([]);
});
