import { randomUUID } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ImrError, messageOf } from '../common/errors.js';

/** What somebody is about to change. Never a text of a letter. */
export interface Change {
  /** Id of the caller; of the command line `cli:USER`. */
  readonly by: string;
  /** `ingestLetter`, `removeCase`, `imr ingest` … */
  readonly action: string;
  /** What tells more of it: id of the case, of the request. */
  readonly [detail: string]: unknown;
}

/**
 * The log of who changed what: a file of JSON lines, to which is only ever added. A change is noted before it is made and after it, so that one that
 * was cut short shows too.
 */
export class AuditLog {
  constructor(private readonly path: string) {}

  /**
   * Looks whether lines can be added.
   * @throws {ImrError} BAD_SETTING
   */
  async check(): Promise<void> {
    try {
      await this.add('');
    } catch (error) {
      throw new ImrError('BAD_SETTING', `AUDIT_LOG cannot be written: ${messageOf(error)}`, { cause: error });
    }
  }

  /**
   * Makes a change between two lines.
   * @param told what came of it, for the second line
   * @throws when the first line cannot be written: the change is then not made
   */
  async around<Result>(
    change: Change,
    make: () => Promise<Result>,
    told: (result: Result) => object,
  ): Promise<Result> {
    const id = randomUUID();
    await this.write({ id, ...change, state: 'begun' });
    const note = (line: object) =>
      // What is done is done. A change without its second line shows, and the next one is not made.
      this.write({ id, ...line }).catch(() => undefined);
    try {
      const result = await make();
      await note({ state: 'done', ...told(result) });
      return result;
    } catch (error) {
      const { code } = error as { code?: unknown };
      await note({ state: 'failed', reason: typeof code === 'string' ? code : 'ERROR' });
      throw error;
    }
  }

  private write(line: object): Promise<void> {
    return this.add(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
  }

  private async add(text: string): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    // Added as a whole, whoever else adds to the file; on the disk before anything goes on.
    const file = await open(this.path, 'a', 0o600);
    try {
      await file.write(text);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
