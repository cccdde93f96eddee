/** Codes 0x80 to 0x9f of WinAnsiEncoding; a space stands where it has none. */
const FROM_0X80 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character of a code in WinAnsiEncoding, as PDF defines it; `undefined` where it has none. */
export function winAnsiText(code: number): string | undefined {
  if (code < 0x20 || code === 0x7f || code > 0xff) return undefined;
  if (code === 0xa0) return ' ';
  if (code === 0xad) return '-';
  if (code < 0x80 || code > 0x9f) return String.fromCharCode(code);
  const character = FROM_0X80.charAt(code - 0x80);
  return character === ' ' ? undefined : character;
}
