import { cleanEnv, type CleanedEnv } from 'envalid';
import { ImrError } from './errors.js';

/** The variables that are set; an empty one counts as unset. */
export function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}

/**
 * Reads variables as `specs` describes them.
 * @throws {ImrError} BAD_SETTING naming every variable that is not acceptable; values only where a validator tells them.
 */
export function readEnvironment<Specs extends object>(
  environment: NodeJS.ProcessEnv,
  specs: Specs,
): CleanedEnv<Specs> {
  return cleanEnv(withoutEmpty(environment), specs, {
    reporter: ({ errors }) => {
      refuse(errors);
    },
  });
}

function refuse(errors: Partial<Record<string, Error>>): void {
  const reasons = Object.entries(errors).map(([name, error]) => `${name}: ${error?.message}`);
  if (reasons.length > 0) throw new ImrError('BAD_SETTING', `Environment: ${reasons.join('; ')}`);
}
