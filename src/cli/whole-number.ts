import { InvalidArgumentError } from 'commander';

const LARGEST = 2 ** 31 - 1;

/** Reads an option that counts something. */
export function wholeNumber(written: string): number {
  const number = Number(written);
  if (!/^\d+$/.test(written) || number > LARGEST) {
    throw new InvalidArgumentError(`It must be a whole number from 0 to ${LARGEST}.`);
  }
  return number;
}
