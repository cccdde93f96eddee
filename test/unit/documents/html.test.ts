import { expect, test } from '@jest/globals';
import { isHtml, readHtml } from '../../../src/documents/html.js';

const read = (html: string | Uint8Array) => readHtml(Buffer.from(html));
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test.each([
  ['blocks end lines', '<h1>One</h1><div>two<p>three</div>four', 'One\ntwo\nthree\nfour'],
  [
    'line ends and runs of spaces are one space',
    '<p>one\r\n   <b>two</b> <i> three</i></p>',
    'one two three',
  ],
  ['inline elements join words', 'guide<b>line</b>s', 'guidelines'],
  ['a break ends the line, a second one leaves a blank line', 'a<br>b<br/><br>c<br></p>d', 'a\nb\n\nc\nd'],
  ['preformatted text keeps its lines', '<pre>a  b\nc</pre>d', 'a  b\nc\nd'],
  ['entities are letters', 'R&amp;D &lt;5&nbsp;mg&#44; soft&shy;hyphen', 'R&D <5\u00a0mg, soft\u00adhyphen'],
  [
    'a row of cells is a line',
    '<table><tr><td>Priority:<td>Standard</tr><tr><td>b</table>c',
    'Priority:  Standard\nb\nc',
  ],
  [
    'a value stays beside a label of two lines',
    '<table><tr><td><p>Application<br>Received:</p></td>\n<td><p>11/03/2016</p></td></tr></table>',
    'Application Received:  11/03/2016',
  ],
  [
    'a column of labels beside a column of values is read line by line',
    '<table><tr><td>Priority:<br>Decision Date:</td><td>Standard<br>12/09/2016</td></tr></table>',
    'Priority:  Standard\nDecision Date:  12/09/2016',
  ],
  [
    'a table that lays out the page keeps its lines',
    `<table><tr><td>menu</td><td><p>one</p><p>${'two '.repeat(60)}</p></td></tr></table>`,
    `menu\none\n${'two '.repeat(60).trim()}`,
  ],
  [
    'a table within a cell keeps its rows',
    '<table><tr><td><table><tr><td>a<td>b<tr><td>c</table></table>',
    'a  b\nc',
  ],
  [
    'scripts, styles and forms are not text',
    '<script>"<p>x"</script><style>p{}</style><select><option>x</select>a',
    'a',
  ],
  [
    'what is not displayed is not there',
    '<p hidden>x</p><span style="color:red; DISPLAY : none">x<b>y</b></span>a',
    'a',
  ],
  [
    'comments and Word’s data are not there',
    '<!--[if mso]><p>x</p><![endif]--><xml><o:x>y</o:x></xml>a',
    'a',
  ],
  [
    'deleted text is not there, inserted text is',
    '<p>not <del>x</del><ins>medically</ins> necessary</p>',
    'not medically necessary',
  ],
  [
    'Word’s comments are not there',
    'a<a class=msocomanchor>[A1]</a><div style="mso-element:comment-list">x</div>',
    'a',
  ],
  [
    'page headers and footers of LibreOffice are not there',
    '<div title="header"><p>x</p></div>a<p title="heading">b</p><div title="footer">x</div>',
    'a\nb',
  ],
  ['spaces of several pieces of a line are one', 'a <b> b</b><i></i> <i> c</i>&lt; &amp; &lt;', 'a b c< & <'],
  [
    'a title is not text, nor does a missing end of the head hide the page',
    '</head><head><title>x</title><body>a',
    'a',
  ],
  ['stray end tags do no harm', '</td></tr></table></p></div>a</body></html>b', 'a\nb'],
])('%s', (_, html, text) => {
  expect(read(page(html))).toBe(text);
});

test('markup that is never closed is read to its end', () => {
  expect(read('<html><body><table><tr><td>a<td><b>b')).toBe('a  b');
});

const declared = (charset: string) => `<meta charset="${charset}">`;

test.each([
  ['its meta element', Buffer.from(page('90° é', declared('windows-1252')), 'latin1')],
  [
    'the older meta element',
    Buffer.from(
      page('90° é', '<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">'),
      'latin1',
    ),
  ],
  ['UTF-8 when nothing is said', Buffer.from(page('90° é'))],
  ['a byte order mark above all', Buffer.from(`\ufeff${page('90° é', declared('koi8-r'))}`, 'utf16le')],
  ['what it is when the declaration is wrong', Buffer.from(page('90° é', declared('utf-8')), 'latin1')],
  ['what it is when the declaration is unknown', Buffer.from(page('90° é', declared('x-no-such')))],
  ['what it is when it claims two bytes a letter', Buffer.from(page('90° é', declared('utf-16')))],
])('the encoding is %s', (_, bytes) => {
  expect(read(bytes)).toBe('90° é');
});

test('another encoding that a page declares is used', () => {
  expect(read(Buffer.concat([Buffer.from(page('', declared('koi8-r'))), Buffer.from([0xc1])]))).toBe('а');
});

test.each([
  ['a.html', '<!-- saved from a page --><p>words</p>', true],
  ['a.txt', '\ufeff \n<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>x', true],
  ['a.txt', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', true],
  ['a.html', 'Case Number: CM16-0999901, less than <5', false],
  ['a.txt', 'The patient <b>says</b>', false],
  ['a.txt', '<redacted> is the employee', false],
])('%s: %j is a page of HTML: %p', (name, content, expected) => {
  expect(isHtml(name, Buffer.from(content))).toBe(expected);
});

test.each([
  ['elements within elements', `<html>${'<div>'.repeat(100_000)}words`],
  ['tables within tables', `<html>${'<table><tr><td>'.repeat(100_000)}words`],
  ['elements that are never closed', `<html>${'<b>'.repeat(100_000)}${'</i>'.repeat(100_000)}words`],
])('%s beyond any use are refused', (_, html) => {
  expect(() => read(html)).toThrow(expect.objectContaining({ code: 'NESTED_TOO_DEEPLY' }));
});
