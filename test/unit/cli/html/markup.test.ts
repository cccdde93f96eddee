import { expect, test } from '@jest/globals';
import { markup, trusted } from '../../../../src/cli/html/markup.js';

test('what stands in a template is escaped; pieces are not escaped twice', () => {
  const name = `<b title="x">'Tom' & Co</b>`;
  const escaped = '&lt;b title=&quot;x&quot;&gt;&#39;Tom&#39; &amp; Co&lt;/b&gt;';

  expect(markup`<p title="${name}">${markup`<i>${name}</i>`}</p>`.source).toBe(
    `<p title="${escaped}"><i>${escaped}</i></p>`,
  );
});

test('lists are written one after another, numbers as they are, undefined not at all', () => {
  expect(markup`${[1, '<', markup`<br>`]}${undefined}${trusted('<hr>')}`.source).toBe('1&lt;<br><hr>');
});
