import { validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

/**
 * Holds the arguments of a field to the rules of their class. By itself type-graphql would do it in steps that wait for each other,
 * also where no argument is given.
 * @throws {ArgumentValidationError}
 */
export function validateArguments(given: unknown): void {
  // An argument by itself has no class, and its type is all that it is held to.
  if (typeof given !== 'object' || given === null) return;
  if (Object.values(given).every((value) => value === undefined || value === null)) return;
  const problems = validateSync(given, { skipMissingProperties: true, forbidUnknownValues: false });
  if (problems.length > 0) throw new ArgumentValidationError(problems);
}
