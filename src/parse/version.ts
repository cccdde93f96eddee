/** Raised whenever the same letter would be read differently; a letter in the graph says which version read it. */
export const PARSER_VERSION = '2.2.0';
