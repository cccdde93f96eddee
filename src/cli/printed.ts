import type { Determination } from '../normalise/determination.js';

/** A parsed document as it is printed; `text` only when it was asked for. */
export type Printed = Omit<Determination, 'text'> & { readonly text?: string };
