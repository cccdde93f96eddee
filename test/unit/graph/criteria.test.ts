import { describe, expect, test } from '@jest/globals';
import { criterionNodes, nodesAbove, quotedNode } from '../../../src/graph/criteria.js';
import { LONGEST_ID, LONGEST_NAME } from '../../../src/graph/identity.js';
import { CRITERION_KINDS, type CriterionKind } from '../../../src/normalise/criteria/kinds.js';
import { applies, cites, quotes } from '../../support/determinations.js';

describe('criterionNodes', () => {
  const ids = (...place: Parameters<typeof cites>) => {
    const { ancestors, criterion } = criterionNodes(applies('RED_FLAG', { reliesOn: cites(...place) }));
    return [...ancestors, criterion].map(({ id }) => id);
  };

  test.each<[string, Parameters<typeof cites>, string[]]>([
    ['a source', ['ODG'], ['ODG']],
    ['a chapter of an edition', ['MTUS', 'Eye'], ['MTUS', 'MTUS > Eye (2004)']],
    ['a topic', ['ODG', 'Pain', { topics: ['TENS'] }], ['ODG', 'ODG > Pain', 'ODG > Pain > TENS']],
    ['the first of topics', ['ODG', null, { topics: ['TENS', 'H-wave'] }], ['ODG', 'ODG > TENS']],
  ])('of %s stand below it', (_, place, above) => {
    expect(ids(...place)).toEqual([...above, `${above.at(-1) ?? ''} > Red flag present or suspected`]);
  });

  test('without a guideline stand alone', () => {
    expect(criterionNodes(applies('RED_FLAG'))).toMatchObject({
      ancestors: [],
      criterion: { id: 'no guideline cited > Red flag present or suspected', parentId: null, source: null },
    });
  });

  test('have an id for each kind', () => {
    const kinds = Object.keys(CRITERION_KINDS) as CriterionKind[];
    expect(new Set(kinds.map((kind) => criterionNodes(applies(kind)).criterion.id)).size).toBe(kinds.length);
  });
});

test('ids and names of criteria stay within bounds, whatever the names above and their words', () => {
  const prose = 'word '.repeat(3000);
  const reliesOn = cites('MTUS', prose, { topics: [prose] });
  for (const kind of Object.keys(CRITERION_KINDS) as CriterionKind[]) {
    const criterion = quotes(prose, { kind, reliesOn });
    const node = quotedNode(criterion, prose, nodesAbove(criterion).at(-1));
    expect(node.id.length).toBeLessThanOrEqual(LONGEST_ID);
    expect(node.name.length).toBeLessThanOrEqual(LONGEST_NAME);
    expect(node.text).toBe(prose);
  }
});
