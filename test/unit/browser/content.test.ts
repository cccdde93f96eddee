import { expect, test } from '@jest/globals';
import { parseGrass, presetFor, readPreset } from '../../../src/browser/content.js';

test('a style is read as Browser keeps it', () => {
  const text =
    'node {\n  color: #a5abb6;\n}\n\nnode.Case {\n  caption: "{id}; {name}";\n  diameter: 80px;\n}\n';
  expect(parseGrass(text)).toEqual({
    node: { color: '#a5abb6' },
    'node.Case': { caption: '{id}; {name}', diameter: '80px' },
  });
});

test('the style is one of what the graph holds, and each kind of node has a caption', () => {
  const { grass } = readPreset();
  const kinds = ['Case', 'Finding', 'Item', 'Guideline', 'Reviewer', 'Document', 'QuarantinedDocument'];
  const edges = ['CITES', 'APPLIES', 'QUOTES', 'PART_OF'];
  expect(Object.keys(grass)).toEqual([
    ...['', ...kinds.map((kind) => `.${kind}`)].map((kind) => `node${kind}`),
    ...['', ...edges.map((edge) => `.${edge}`)].map((edge) => `relationship${edge}`),
  ]);
  for (const kind of kinds) expect(grass[`node.${kind}`]?.['caption']).toMatch(/^\{\w+\}$/);
  // Browser cannot tell these from its own punctuation.
  for (const value of Object.values(grass).flatMap(Object.values)) expect(value).not.toMatch(/[:;']/);
});

test('saved statements have ids of their own, and the guide is played from where the page is', () => {
  const { favourites, folder } = presetFor('http://127.0.0.1:4000', readPreset());
  expect(new Set(favourites.map(({ id }) => id)).size).toBe(favourites.length);
  expect(new Set(favourites.map((favourite) => favourite.folder))).toEqual(new Set([folder.id]));
  expect(favourites[0]?.content).toMatch(/\n:play http:\/\/127\.0\.0\.1:4000\/browser\/imr\/guide\/1-/);
});
