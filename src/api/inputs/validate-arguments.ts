import { validateSync } from 'class-validator';
import { ArgumentValidationError } from 'type-graphql';

/**
 * Holds the arguments of a field to the rules of their class. By itself type-graphql would do it in steps that wait for each other,
 * also where no argument is given.
 * @throws {ArgumentValidationError}
 */
export function validateArguments(given: object | undefined | null): void {
  if (!given || Object.values(given).every((value) => value === undefined || value === null)) return;
  const problems = validateSync(given, { skipMissingProperties: true, forbidUnknownValues: false });
  if (problems.length > 0) throw new ArgumentValidationError(problems);
}
