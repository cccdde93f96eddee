import { expect, test } from '@jest/globals';
import { readDocx } from '../../../src/documents/docx.js';
import { docxOfBody, runXml } from '../../support/forms.js';
import { LOCKED, zipOf } from '../../support/zip.js';

const p = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.join('')}</w:tc>`;

test.each([
  ['paragraphs are lines, empty ones too', p(runXml('one')) + p() + p(runXml('two')), 'one\n\ntwo'],
  ['runs are joined as they are', p(runXml('guide'), runXml('line '), runXml('x')), 'guideline x'],
  [
    'signs are characters',
    p(
      runXml('a'),
      '<w:r><w:tab/><w:noBreakHyphen/><w:br/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
      runXml('b'),
    ),
    'a\t-\n b',
  ],
  [
    'tab stops are no tabs',
    `<w:p><w:pPr><w:tabs><w:tab w:pos="9"/></w:tabs></w:pPr>${runXml('a')}</w:p>`,
    'a',
  ],
  [
    'a row of cells is a line',
    `<w:tbl><w:tr>${cell(p(runXml('Priority:')))}${cell(p(runXml('Standard')))}</w:tr></w:tbl>`,
    'Priority:  Standard',
  ],
  [
    'deleted text is not there, inserted text is',
    p(
      runXml('not '),
      '<w:del><w:r><w:delText>x</w:delText></w:r></w:del>',
      `<w:ins>${runXml('necessary')}</w:ins>`,
    ),
    'not necessary',
  ],
  [
    'moved text is where it was moved to',
    p(`<w:moveFrom>${runXml('x')}</w:moveFrom>a`) + p(`<w:moveTo>${runXml('b')}</w:moveTo>`),
    '\nb',
  ],
  [
    'a deleted end of a paragraph joins it to the next',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${runXml('one ')}</w:p>${p(runXml('two'))}`,
    'one two',
  ],
  ['hidden text is not there', p(runXml('x', '<w:vanish/>'), runXml('a', '<w:vanish w:val="0"/>')), 'a'],
  ['a field shows its result', p('<w:r><w:instrText>PAGE</w:instrText></w:r>', runXml('7')), '7'],
  [
    'links and controls are text',
    p(
      `<w:hyperlink>${runXml('a')}</w:hyperlink><w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>${runXml('b')}</w:sdtContent></w:sdt>`,
    ),
    'ab',
  ],
  [
    'of a drawing in two forms one is read',
    p(
      `<mc:AlternateContent><mc:Choice>${runXml('a')}</mc:Choice><mc:Fallback>${runXml('a')}</mc:Fallback></mc:AlternateContent>`,
    ),
    'a',
  ],
  [
    'a text box stands on lines of its own',
    p(runXml('a'), `<w:r><w:txbxContent>${p(runXml('b'))}</w:txbxContent></w:r>`, runXml('c')),
    'a\nb\nc',
  ],
  ['characters are what they mean', p(runXml('R&D <5 “q” é')), 'R&D <5 “q” é'],
])('%s', async (_, body, text) => {
  expect(await readDocx(docxOfBody(body))).toBe(text);
});

test('the body may be another part than usual, when the package says so', async () => {
  const xml = `<?xml version="1.0"?><w:document><w:body>${p(runXml('words'))}</w:body></w:document>`;
  const relationship = '<Relationship Type="http://…/officeDocument" Target="/word/document2.xml"/>';
  const docx = zipOf({
    '[Content_Types].xml': '',
    '_rels/.rels': `<Relationships>${relationship}</Relationships>`,
    'word/document2.xml': xml,
  });
  expect(await readDocx(docx)).toBe('words');
});

const whole = docxOfBody(p(runXml('words')));
const withBody = (content: string | Uint8Array, fields: object = {}) =>
  zipOf({ 'word/document.xml': { content, ...fields } });
const bomb = Buffer.alloc(30_000_000, ' ');

test.each([
  ['DAMAGED_DOCX', 'a truncated file', whole.subarray(0, whole.length - 30)],
  [
    'DAMAGED_DOCX',
    'a document type with entities',
    docxOfBody(p(), '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
  ],
  ['DAMAGED_DOCX', 'a part whose bytes are not those that were packed', withBody('<w:body/>', { crc: 1 })],
  ['DAMAGED_DOCX', 'a part without a body', withBody('<w:document/>')],
  ['ENCRYPTED_FILE', 'a part that is locked', withBody('<w:body/>', { flags: LOCKED })],
  ['ARCHIVE_BOMB', 'a part that inflates a thousandfold', withBody(bomb.subarray(0, 15_000_000))],
  ['ARCHIVE_BOMB', 'a part that says it is small', withBody(bomb, { size: 1000 })],
  ['FILE_TOO_LARGE', 'a part beyond any letter', withBody(bomb)],
  ['NESTED_TOO_DEEPLY', 'elements within elements', docxOfBody('<w:sdt>'.repeat(100_000))],
  [
    'UNSUPPORTED_MEDIA_TYPE',
    'another office file',
    zipOf({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }),
  ],
])('%s: %s', async (code, _, bytes) => {
  await expect(readDocx(bytes)).rejects.toMatchObject({ code });
});
