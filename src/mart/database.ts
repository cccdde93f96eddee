import pg from 'pg';
import { ImrError, messageOf, type ErrorCode } from '../common/errors.js';
import { clientOf } from '../postgres/client.js';
import { sqlText } from './statements.js';

/** Dates as they are written, and not as moments of some time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/**
 * One connection to the mart's PostgreSQL, for one thing after the other.
 * @throws {ImrError} MART_UNAVAILABLE, MART_REFUSED or MART_BUSY, from every method.
 */
export class MartDatabase {
  private constructor(readonly client: pg.Client) {}

  /** @param url `postgres://USER:PASSWORD@HOST:PORT/DATABASE`; never logged. */
  static async open(url: string): Promise<MartDatabase> {
    const client = clientOf(url);
    const database = new MartDatabase(client);
    await translated(client.connect());
    return database;
  }

  /** Runs the statement `sql/<name>.sql`. */
  async run<Row extends object>(name: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.runText<Row>(sqlText(name), values);
  }

  /** Runs a statement that is made of the definition of the tables. */
  async runText<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await translated(this.client.query<Row>(text, [...values]))).rows;
  }

  /** Runs a script without parameters. */
  async runScript(text: string): Promise<void> {
    await translated(this.client.query(text));
  }

  /** All that the work does, or nothing of it. */
  async transaction<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.runScript('BEGIN');
    try {
      const result = await work();
      await this.runScript('COMMIT');
      return result;
    } catch (error) {
      await this.client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

/** The error of a mart, by what went wrong; anything else as it is. */
export async function translated<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const code = errorCode(error);
    throw code === undefined ? error : new ImrError(code, `The mart: ${reasonOf(error)}`, { cause: error });
  }
}

/** Of several addresses that were tried, each has a reason. */
function reasonOf(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : messageOf(error);
}

/** By the classes of SQLSTATE, and what the system and the driver say. */
function errorCode(error: unknown): ErrorCode | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (/^(28|3D|42501)/.test(code)) return 'MART_REFUSED';
  // A lock that was waited for too long: of a reader in an open transaction, while tables are made anew.
  if (code === '55P03') return 'MART_BUSY';
  if (/^(08|57P|53)/.test(code) || /^E[A-Z]+$/.test(code)) return 'MART_UNAVAILABLE';
  if (/connection|timeout|not queryable/i.test(message)) return 'MART_UNAVAILABLE';
  return undefined;
}
