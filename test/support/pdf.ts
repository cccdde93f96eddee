/** A run of text at a place on the page, in points from the lower left. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The bytes of a small, valid PDF (12 point Helvetica, Letter size) with the given pages. */
export function pdfOf(pages: readonly (readonly PlacedText[])[], trailerExtra = ''): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((page, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      stream(page.map(show).join('\n')),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailerExtra}>>\nstartxref\n${xref}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Lines down a page, 14 points apart; an empty line leaves a gap. */
export function pageOf(lines: readonly string[]): readonly PlacedText[] {
  return lines.flatMap((text, i) => (text === '' ? [] : [{ x: 72, y: 720 - 14 * i, text }]));
}

function show({ x, y, text }: PlacedText): string {
  return `BT /F1 12 Tf ${x} ${y} Td (${text.replace(/[\\()]/g, String.raw`\$&`)}) Tj ET`;
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}
