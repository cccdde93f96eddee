/** A piece of HTML. The only ways to one are {@link markup}, which escapes all it is given, and {@link trusted}. */
export class Markup {
  constructor(readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

/** What may stand in a template: text is escaped, pieces stand as they are, nothing is written for `undefined`. */
export type Part = Markup | string | number | undefined | readonly Part[];

/**
 * Builds HTML (not named `html`, which formatters take for leave to close what is left open):
 * `` markup`<p title="${words}">${words}</p>` ``. Attribute values must be quoted.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((string, i) => string + render(parts[i])).join(''));
}

/** HTML of our own that holds nothing read from anywhere: the style sheet and the script. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Markup) return part.source;
  return typeof part === 'object' ? part.map(render).join('') : escapeHtml(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
