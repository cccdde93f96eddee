/** A number for a word, or for as many of its first letters (FNV-1a). The trained weights rest on it. */
export function hashOf(word: string, length = word.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length && i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 3;
}
