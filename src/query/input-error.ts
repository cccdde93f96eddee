import { ImrError } from '../common/errors.js';

/** An argument that is not acceptable, found only while answering. */
export class InputError extends ImrError {
  /**
   * @param path name of the argument, then of the fields within it: `filter.decisionDate.from`
   * @param reason what is wrong with it
   */
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super('BAD_USER_INPUT', `${path}: ${reason}`);
  }
}
