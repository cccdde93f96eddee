import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectFolder } from '../common/project.js';

/** The guide, the saved statements, the style and the page that Browser starts from. */
export const contentFolder = join(projectFolder, 'neo4j-browser');

/** What Browser finds in its storage when it is started, in the forms of its own. */
export interface Preset {
  /** Style of nodes and relationships: declarations by selector. */
  readonly grass: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly folder: { readonly id: string; readonly name: string };
  readonly favourites: readonly { readonly id: string; readonly folder: string; readonly content: string }[];
}

const FOLDER = { id: 'imr', name: 'IMR letters' };

/** The guide as the pages of this origin play it. */
export function guideAddress(origin: string): string {
  return `${origin}/browser/imr/guide/${guideChapters()[0] ?? ''}`;
}

/** What `neo4j-browser/` holds for Browser's storage, with the guide as the pages of this origin play it. */
export function presetFor(origin: string, preset: Preset): Preset {
  const content = `// The guide, from its first chapter\n:play ${guideAddress(origin)}`;
  const guide = { id: `${FOLDER.id}-guide`, folder: FOLDER.id, content };
  return { ...preset, favourites: [guide, ...preset.favourites] };
}

/** Reads what `neo4j-browser/` holds for Browser's storage. */
export function readPreset(): Preset {
  return {
    grass: parseGrass(readFileSync(join(contentFolder, 'imr.grass'), 'utf8')),
    folder: FOLDER,
    favourites: savedStatements().map(({ name, text }) => ({
      id: `${FOLDER.id}-${name}`,
      folder: FOLDER.id,
      content: text,
    })),
  };
}

/** The saved statements, in the order of their names; each begins with a comment that is its title. */
export function savedStatements(): { readonly name: string; readonly text: string }[] {
  const folder = join(contentFolder, 'saved');
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: basename(file, '.cypher'),
      text: readFileSync(join(folder, file), 'utf8').trim(),
    }));
}

/** The file names of the guide's chapters, in their order. */
export function guideChapters(): string[] {
  return readdirSync(join(contentFolder, 'guide')).sort();
}

/** A chapter, whose links to others lead to this origin. */
export function readChapter(file: string, origin: string): string {
  return readFileSync(join(contentFolder, 'guide', file), 'utf8').replaceAll('ORIGIN', origin);
}

/** Rules `selector { name: value; … }`, as in CSS; values of captions are quoted. */
export function parseGrass(text: string): Preset['grass'] {
  const rules = [...text.matchAll(/([^{}]+)\{((?:"[^"]*"|[^}"])*)\}/g)];
  return Object.fromEntries(
    rules.map(([, selector = '', body = '']) => [
      selector.trim(),
      Object.fromEntries(
        [...body.matchAll(/([\w-]+):\s*(?:"([^"]*)"|([^;"]+));/g)].map(
          ([, name = '', quoted, plain = '']) => [name, quoted ?? plain.trim()],
        ),
      ),
    ]),
  );
}
