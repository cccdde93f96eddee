/** Source of a pattern for set words of a template, wherever their line breaks fall. */
export function phraseSource(words: string): string {
  return words
    .split(' ')
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
}

/** A pattern for set words, anywhere in a text. */
export function phrase(words: string): RegExp {
  return new RegExp(phraseSource(words));
}
