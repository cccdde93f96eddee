/**
 * Thrown within the fast reader where a PDF holds anything that it does not know for certain. It says nothing about
 * the file: the general reader then decides.
 */
export class StepAside extends Error {}

export function stepAside(reason: string): never {
  throw new StepAside(reason);
}
