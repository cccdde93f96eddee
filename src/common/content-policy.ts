import type { HelmetOptions } from 'helmet';

type Policy = Extract<HelmetOptions['contentSecurityPolicy'], object>;

/** What every page may load: from its own origin alone, and nothing that is written into it. */
const OWN_ORIGIN = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/**
 * The content security policy of pages, for helmet.
 * @param more directives that stand instead of those of the same name: what these pages cannot do without
 */
export function contentPolicy(more: Readonly<Record<string, readonly string[]>> = {}): Policy {
  return { useDefaults: false, directives: { ...OWN_ORIGIN, ...more } };
}
