// @ts-check
/** Files as they are written by hand: with whatever is wrong about them. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/**
 * An object of a PDF: its text, or a stream with the entries of its dictionary.
 * @typedef {string | { dict: string, stream: Buffer, length?: number }} PdfObject
 */

/**
 * A PDF of these objects, numbered from 1, the first being the catalog.
 * @param {readonly PdfObject[]} objects
 * @param {{ trailer?: string, startxref?: number, prev?: boolean }} [wrong] entries of the trailer; another place of the table; whether the
 *   table says that the one before it is itself
 */
export function pdf(objects, { trailer = '', startxref, prev = false } = {}) {
  /** @type {Buffer[]} */
  const chunks = [Buffer.from('%PDF-1.5\n')];
  let length = chunks[0]?.length ?? 0;
  /** @param {Buffer} chunk */
  const add = (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const offsets = objects.map((object, i) => {
    const at = length;
    add(Buffer.from(`${i + 1} 0 obj\n`));
    if (typeof object === 'string') add(Buffer.from(object));
    else {
      add(Buffer.from(`<< ${object.dict} /Length ${object.length ?? object.stream.length} >>\nstream\n`));
      add(object.stream);
      add(Buffer.from('\nendstream'));
    }
    add(Buffer.from('\nendobj\n'));
    return at;
  });
  const table = length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  const loop = prev ? `/Prev ${table}` : '';
  add(Buffer.from(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${loop} ${trailer} >>\n`));
  add(Buffer.from(`startxref\n${startxref ?? table}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** @param {Buffer} stream @param {string} [dict] @returns {PdfObject} */
export function deflated(stream, dict = '') {
  return { dict: `${dict} /Filter /FlateDecode`, stream: deflateSync(stream, { level: 9 }) };
}

/** A content stream that shows a text, line by line. @param {string} text */
export function shown(text) {
  const lines = text.split('\n').map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`);
  return Buffer.from(`BT /F1 8 Tf 9 TL 30 780 Td\n${lines.join('\n')}\nET`, 'latin1');
}

/**
 * The objects of a PDF of one page: catalog, pages, page, font, content; more behind them.
 * @param {PdfObject} content
 * @param {{ catalog?: string, page?: string, box?: string, fonts?: string, resources?: string, more?: readonly PdfObject[] }} [fields]
 * @returns {PdfObject[]}
 */
export function onePage(content, fields = {}) {
  const { catalog = '', page = '', box = '[0 0 612 792]', fonts = '', resources = '', more = [] } = fields;
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 5 0 R /Resources << /Font << /F1 4 0 R ${fonts} >> ${resources} >> ${page} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    content,
    ...more,
  ];
}

/**
 * @typedef {{ name: string, content: string | Uint8Array, stored?: boolean, size?: number, packedSize?: number, crc?: number, flags?: number,
 *   method?: number, mode?: number, zip64?: boolean, at?: number }} Member
 */

/** A zip archive. @param {readonly Member[]} members @param {{ entries?: number }} [wrong] */
export function zip(members, { entries = members.length } = {}) {
  /** @type {Buffer[]} */
  const bodies = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const member of members) {
    const content = Buffer.from(member.content);
    const packed = member.stored ? content : deflateRawSync(content, { level: 9 });
    const name = Buffer.from(member.name);
    const size = member.size ?? content.length;
    const packedSize = member.packedSize ?? packed.length;
    const extra = member.zip64 ? zip64Extra(size, packedSize) : Buffer.alloc(0);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(member.zip64 ? 45 : 20, 0);
    common.writeUInt16LE(0x800 | (member.flags ?? 0), 2);
    common.writeUInt16LE(member.method ?? (member.stored ? 0 : 8), 4);
    common.writeUInt32LE(member.crc ?? crc32(content), 10);
    common.writeUInt32LE(member.zip64 ? 0xffffffff : packedSize, 14);
    common.writeUInt32LE(member.zip64 ? 0xffffffff : size, 18);
    common.writeUInt16LE(name.length, 22);
    common.writeUInt16LE(extra.length, 24);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(((member.mode ?? 0) << 16) >>> 0, 6);
    place.writeUInt32LE(member.at ?? offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, extra, packed]);
    bodies.push(local);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, place, name, extra]),
    );
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(entries, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

/** @param {number} size @param {number} packedSize */
function zip64Extra(size, packedSize) {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packedSize), 12);
  return extra;
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The main part of a .docx. @param {string} inside what stands in its body @param {string} [before] in front of it all */
export function documentXml(inside, before = '') {
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<w:document xmlns:w="${WORD}"><w:body>${inside}</w:body></w:document>`;
}

/** A paragraph for each line of a text. @param {string} text */
export function paragraphs(text) {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return escaped
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    .join('');
}

/** A .docx with this main part. @param {string | Uint8Array} main @param {readonly Member[]} [more] @param {Partial<Member>} [wrong] */
export function docx(main, more = [], wrong = {}) {
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: main, ...wrong },
    ...more,
  ]);
}
