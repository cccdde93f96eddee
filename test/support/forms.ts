import { joinLines } from '../../src/parse/lines.js';
import { zipOf } from './zip.js';

/** A letter as an author sees it: the cells of its header table, and paragraphs that no page has wrapped yet. */
interface Manuscript {
  readonly rows: readonly (readonly string[])[];
  readonly paragraphs: readonly string[];
}

/** Lines this long were wrapped; shorter ones end where their author ended them. */
const WRAPPED = 78;

/** A text letter of `letters.ts` as a page of HTML, its header as a table. */
export function htmlOf(letter: string): string {
  const { rows, paragraphs } = manuscriptOf(letter);
  const table = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('\n')}</tr>`);
  return [
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Letter</title>',
    '<style>p { margin: 1em }</style><script>document.title = "<p>No letter</p>";</script></head><body>',
    ...(rows.length > 0 ? [`<table>${table.join('\n')}</table>`] : []),
    ...paragraphs.map(
      (paragraph) => `<p>${escape(paragraph).replace(/\b(\w+) guideline:/, '<b>$1\nguideline:</b>')}</p>`,
    ),
    '</body></html>',
  ].join('\n');
}

/** The same as Word exports it: styles and office data in comments, a paragraph in each cell, lines broken anywhere. */
export function wordHtmlOf(letter: string): string {
  const { rows, paragraphs } = manuscriptOf(letter);
  const span = (words: string) =>
    `<span style='font-size:11.5pt'>${escape(words).replace(/ (?=\w+ \w+ )/g, '\r\n')}<o:p></o:p></span>`;
  const cells = (row: readonly string[]) =>
    row
      .map((cell) => `<td width=120 valign=top>\r\n  <p class=MsoNormal>${span(cell)}</p>\r\n  </td>`)
      .join('\r\n  ');
  return [
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">',
    '<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"><title>Letter</title>',
    '<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Nobody</o:Author></o:DocumentProperties></xml><![endif]-->',
    '<style><!-- p.MsoNormal {margin:0in;} --></style></head><body lang=EN-US><div class=WordSection1>',
    ...(rows.length > 0
      ? [
          `<table class=MsoNormalTable>${rows.map((row) => `<tr>\r\n  ${cells(row)}\r\n </tr>`).join('\r\n ')}</table>`,
        ]
      : []),
    ...paragraphs.flatMap((paragraph) => [
      `<p class=MsoNormal>${span(paragraph)}</p>`,
      '<p class=MsoNormal><o:p>&nbsp;</o:p></p>',
    ]),
    "<div style='mso-element:comment-list'><p class=MsoCommentText>Overturned?</p></div>",
    '</div></body></html>',
  ].join('\r\n');
}

/** The same with the printed lines kept, as simple converters of PDFs write it. */
export function brokenLinesHtmlOf(letter: string): string {
  const lines = letter.split('\n').map((line) => escape(line).replace(/ {2}/g, '&nbsp; '));
  return `<html><body>${lines.join('<br>\n')}</body></html>`;
}

/** A text letter of `letters.ts` as a .docx. */
export function docxOf(letter: string): Buffer {
  const { rows, paragraphs } = manuscriptOf(letter);
  return docxOfBody(`${tableXml(rows)}${paragraphs.map((words) => `<w:p>${runXml(words)}</w:p>`).join('')}`);
}

/** The same with the printed lines as paragraphs of their own, spaces and all. */
export function brokenLinesDocxOf(letter: string): Buffer {
  return docxOfBody(
    letter
      .split('\n')
      .map((line) => (line === '' ? '<w:p/>' : `<w:p>${runXml(line)}</w:p>`))
      .join(''),
  );
}

/** A .docx with a body, and with a page header, a footer and a comment of its own. */
export function docxOfBody(
  body: string,
  declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
): Buffer {
  const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const part = (kind: string, content: string) =>
    `${declaration}<w:${kind} ${namespace}>${content}</w:${kind}>`;
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/header1.xml': part('hdr', `<w:p>${runXml('Final Determination Letter')}</w:p>`),
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/footer1.xml': part('ftr', `<w:p>${runXml('Page 1 of 3')}</w:p>`),
    'word/comments.xml': part('comments', `<w:comment>${runXml('Overturned?')}</w:comment>`),
  });
}

/** A run of a .docx. */
export function runXml(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escape(words)}</w:t></w:r>`;
}

function tableXml(rows: Manuscript['rows']): string {
  const cell = (words: string) =>
    `<w:tc><w:tcPr><w:tcW w:w="2000"/></w:tcPr><w:p>${runXml(words)}</w:p></w:tc>`;
  const row = (cells: readonly string[]) => `<w:tr>${cells.map(cell).join('')}</w:tr>`;
  return rows.length === 0 ? '' : `<w:tbl><w:tblPr/>${rows.map(row).join('')}</w:tbl>`;
}

function manuscriptOf(letter: string): Manuscript {
  const repaired = letter
    .replace(/(Application)( +\S+)\n +Received:/, '$1 Received:$2')
    .replaceAll('\f', '\n');
  const [head = '', ...body] = repaired.split(/\n{2,}/);
  const hasHeader = head.startsWith('Case Number:');
  return {
    rows: hasHeader ? head.split('\n').map((line) => line.split(/ {2,}|(?<=Received:) +/)) : [],
    paragraphs: (hasHeader ? body : [head, ...body]).flatMap(unwrap),
  };
}

function unwrap(block: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of block.split('\n')) {
    if (line.trim() === '') continue;
    paragraphs.at(-1)?.push(line.trim());
    if (line.length < WRAPPED) paragraphs.push([]);
  }
  return paragraphs.filter((lines) => lines.length > 0).map(joinLines);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u00a0', '&nbsp;');
}
