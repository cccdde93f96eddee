/** Parts of patterns, for what may stand between two words. */

/** One white space within a line. */
export const S = String.raw`[^\S\n\f]`;
/** The end of a line that is so long that it was wrapped, also in a letter that is double spaced. */
export const WRAP = String.raw`(?<=[^\n]{60})${S}{0,3}\n${S}{0,80}(?:\n${S}{0,80})?`;
/** Between words of prose. */
export const GAP = `(?:${S}{1,3}|${WRAP})`;
/** Small words at the beginning of a name or within it: "de la", "van der". */
export const PARTICLES = `(?:(?:de|del|la|las|los|van|von|der|den|di|da|dos|du|bin|al|el|le)${S}){1,3}`;
/** Where a name begins. */
export const NAME_BEGINS = `(?=(?:${PARTICLES})?\\p{Lu})`;
