import type { PdfFile } from './file.js';
import {
  asArray,
  asCount,
  asDictionary,
  asName,
  asNumber,
  asReference,
  type Dictionary,
  type PdfObject,
  type Reference,
  Stream,
} from './objects.js';
import { stepAside } from './step-aside.js';

/** In points. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface Page {
  readonly content: string;
  readonly resources: Dictionary;
  /** What lies outside of it is not shown. */
  readonly view: Box;
}

/** Letters have up to some twenty pages, in a tree of one or two levels. */
const DEEPEST_TREE = 20;
const INHERITED = ['Resources', 'MediaBox', 'CropBox'];

/** The pages of a file in their order; `most` is how many at most. */
export function readPages(file: PdfFile, most: number): Page[] {
  const catalog = file.dictionary(file.trailer.get('Root'));
  const root = asReference(catalog.get('Pages'));
  const leaves: Dictionary[] = [];
  collect(root, undefined, new Map(), 0);
  return leaves.map((page) => readPage(file, page));

  /** Adds the pages below a node of the tree, with what they inherit, and says how many they are. */
  function collect(at: Reference, parent: Reference | undefined, above: Dictionary, depth: number): number {
    const node = asDictionary(file.resolve(at));
    if (depth > DEEPEST_TREE || leaves.length >= most) stepAside('too many pages');
    if (parent && asReference(node.get('Parent')).number !== parent.number) stepAside('an odd page tree');
    const inherited = inherit(node, above);
    if (asName(node.get('Type')) === 'Page') return leaves.push(inherited) && 1;
    if (asName(node.get('Type')) !== 'Pages') stepAside('an odd page tree');
    let count = 0;
    for (const kid of asArray(file.resolve(node.get('Kids'))))
      count += collect(asReference(kid), at, inherited, depth + 1);
    if (count === 0 || asCount(file.resolve(node.get('Count'))) !== count) stepAside('an odd page count');
    return count;
  }
}

function inherit(node: Dictionary, above: Dictionary): Dictionary {
  const merged = new Map(node);
  for (const key of INHERITED) {
    const value = above.get(key);
    // Resources of several levels would have to be merged.
    if (key === 'Resources' && value !== undefined && node.has(key)) stepAside('resources of several levels');
    if (value !== undefined && !node.has(key)) merged.set(key, value);
  }
  return merged;
}

function readPage(file: PdfFile, page: Dictionary): Page {
  return {
    content: readContent(file, page.get('Contents')),
    resources: file.dictionary(page.get('Resources')),
    view: readView(file, page),
  };
}

/** The content may be cut into several streams; they are one text. */
function readContent(file: PdfFile, contents: PdfObject | undefined): string {
  const resolved = file.resolve(contents);
  const parts = Array.isArray(resolved) ? (resolved as readonly PdfObject[]) : [resolved];
  const texts = parts.map((part) => {
    const stream = file.resolve(part);
    return stream instanceof Stream
      ? file.decode(stream).toString('latin1')
      : stepAside('a page without content');
  });
  // Some readers put a space between the streams and some do not; here it makes no difference.
  const isCut = texts.some(
    (text, i) => i > 0 && /\S$/.test(texts[i - 1]?.slice(-1) ?? '') && /^\S/.test(text),
  );
  return isCut ? stepAside('content cut within a word') : texts.join('');
}

function readView(file: PdfFile, page: Dictionary): Box {
  const media = readBox(file, page.get('MediaBox'));
  if (!page.has('CropBox')) return media;
  const crop = readBox(file, page.get('CropBox'));
  return checked({
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  });
}

function readBox(file: PdfFile, box: PdfObject | undefined): Box {
  const sides = asArray(file.resolve(box)).map((side) => asNumber(file.resolve(side)));
  const [left = 0, bottom = 0, right = 0, top = 0] = sides;
  return sides.length === 4 ? checked({ left, bottom, right, top }) : stepAside('an odd page box');
}

function checked(box: Box): Box {
  return box.left < box.right && box.bottom < box.top ? box : stepAside('an empty page box');
}
