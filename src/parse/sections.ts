import type { Quote } from './letter.js';
import type { Paragraph } from './paragraphs.js';
import { quote, spanning } from './quote.js';

/** What a section says below its heading and set sentences. */
export function paragraphsOf(
  paragraphs: readonly Paragraph[],
  section: Paragraph['section'],
): readonly Paragraph[] {
  return paragraphs.filter((paragraph) => {
    if (paragraph.section !== section) return false;
    const kind = paragraph.mark?.kind;
    return kind !== 'heading' && kind !== 'lead';
  });
}

/** The words from the first of some paragraphs to the last. */
export function wholeOf(text: string, paragraphs: readonly Quote[]): Quote | undefined {
  const [first] = paragraphs;
  const last = paragraphs.at(-1);
  return first && last && quote(text, ...spanning(first, last));
}
