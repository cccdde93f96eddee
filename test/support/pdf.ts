import { deflateSync } from 'node:zlib';
import { type Encryption, encrypterOf, type StreamEncrypter } from './pdf-encryption.js';

/** A run of text at a place on the page, in points from the lower left. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** An object of a PDF: what stands between `obj` and `endobj`, and the stream that belongs to it, if any. */
export interface PdfPart {
  /** For a stream, the entries of its dictionary, without the brackets. */
  readonly body: string;
  readonly stream?: Buffer;
}

/** How a PDF is stored; as plainly as can be unless said otherwise. */
export interface Storage {
  readonly compress?: boolean;
  /** Objects in an object stream, found by a cross-reference stream. */
  readonly objectStreams?: boolean;
  readonly encryption?: Encryption;
  readonly trailer?: string;
}

/** The bytes of a PDF with these objects, numbered from 1; the first is the catalog. */
export function writePdf(parts: readonly PdfPart[], storage: Storage = {}): Buffer {
  const encrypter = storage.encryption && encrypterOf(storage.encryption);
  const stored = storage.objectStreams === true ? gather(parts) : [...parts];
  const chunks: Buffer[] = [latin1('%PDF-1.6\n')];
  const offsets = new Map<number, number>();
  const write = (number: number, object: Buffer) => {
    offsets.set(number, lengthOf(chunks));
    chunks.push(latin1(`${number} 0 obj\n`), object, latin1('\nendobj\n'));
  };
  stored.forEach((part, i) => {
    if (part) write(i + 1, serialise(part, i + 1, storage.compress === true, encrypter));
  });
  if (encrypter) write(stored.length + 1, latin1(encrypter.dictionary));
  const start = lengthOf(chunks);
  const size = stored.length + 3;
  const security = encrypter
    ? `/Encrypt ${stored.length + 1} 0 R /ID [${encrypter.id} ${encrypter.id}] `
    : '';
  const trailer = `/Size ${size} /Root 1 0 R ${security}${storage.trailer ?? ''}`;
  if (storage.objectStreams === true)
    write(size - 1, crossReferenceStream(parts, offsets, start, size, trailer));
  else chunks.push(latin1(table(offsets, size, trailer)));
  chunks.push(latin1(`startxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

/** The bytes of a small, valid PDF (12 point Helvetica, Letter size) with the given pages. */
export function pdfOf(pages: readonly (readonly PlacedText[])[], trailer = ''): Buffer {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  return writePdf(
    partsOf(
      pages.map((page) => page.map(show).join('\n')),
      `<< /F1 3 0 R >>`,
      [{ body: font }],
    ),
    {
      trailer,
    },
  );
}

/** Catalog, page tree, then (from number 3) `more`, then each page with its content. */
export function partsOf(contents: readonly string[], fonts: string, more: readonly PdfPart[]): PdfPart[] {
  const first = 3 + more.length;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  return [
    { body: '<< /Type /Catalog /Pages 2 0 R >>' },
    { body: `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} >>` },
    ...more,
    ...contents.flatMap((content, i) => [
      {
        body: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font ${fonts} >> /Contents ${first + 1 + 2 * i} 0 R >>`,
      },
      { body: '', stream: latin1(content) },
    ]),
  ];
}

/** Lines down a page, 14 points apart; an empty line leaves a gap. */
export function pageOf(lines: readonly string[]): readonly PlacedText[] {
  return lines.flatMap((text, i) => (text === '' ? [] : [{ x: 72, y: 720 - 14 * i, text }]));
}

function show({ x, y, text }: PlacedText): string {
  return `BT /F1 12 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, String.raw`\$&`)}) Tj ET`;
}

function serialise(part: PdfPart, number: number, compress: boolean, encrypter?: StreamEncrypter): Buffer {
  if (!part.stream) return latin1(part.body);
  const coded = compress ? deflateSync(part.stream) : part.stream;
  const bytes = encrypter ? encrypter.encrypt(coded, number) : coded;
  const filter = compress ? '/Filter /FlateDecode ' : '';
  return Buffer.concat([
    latin1(`<< ${filter}${part.body} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin1('\nendstream'),
  ]);
}

/** Puts all objects but the streams into one object stream, which becomes the last object. */
function gather(parts: readonly PdfPart[]): (PdfPart | undefined)[] {
  const contained = parts.flatMap((part, i) => (part.stream ? [] : [{ number: i + 1, body: part.body }]));
  let at = 0;
  const index = contained.map(({ number, body }) => {
    const entry = `${number} ${at} `;
    at += body.length + 1;
    return entry;
  });
  const body = `/Type /ObjStm /N ${contained.length} /First ${index.join('').length}`;
  const stream = latin1(index.join('') + contained.map((object) => object.body).join('\n'));
  return [...parts.map((part) => (part.stream ? part : undefined)), { body, stream }];
}

function crossReferenceStream(
  parts: readonly PdfPart[],
  offsets: ReadonlyMap<number, number>,
  start: number,
  size: number,
  trailer: string,
): Buffer {
  const entries = Buffer.alloc(size * 6);
  let index = 0;
  for (let number = 1; number < size; number++) {
    const offset = number === size - 1 ? start : offsets.get(number);
    if (offset === undefined && (number > parts.length || parts[number - 1]?.stream)) continue;
    entries.writeUInt8(offset === undefined ? 2 : 1, number * 6);
    entries.writeUInt32BE(offset ?? parts.length + 1, number * 6 + 1);
    if (offset === undefined) entries.writeUInt8(index++, number * 6 + 5);
  }
  const body = `/Type /XRef /W [1 4 1] ${trailer}`;
  return serialise({ body, stream: entries }, size - 1, true);
}

function table(offsets: ReadonlyMap<number, number>, size: number, trailer: string): string {
  const entries = Array.from({ length: size - 1 }, (_, i) => offsets.get(i + 1));
  const lines = entries.map((offset) =>
    offset === undefined ? '0000000000 00001 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  );
  return `xref\n0 ${size}\n0000000000 65535 f \n${lines.join('')}trailer\n<< ${trailer} >>\n`;
}

function lengthOf(chunks: readonly Buffer[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
