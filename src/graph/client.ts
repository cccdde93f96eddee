import neo4j, {
  Neo4jError,
  type Driver,
  type ManagedTransaction,
  type Record as DriverRecord,
} from 'neo4j-driver';
import { unlessAborted } from '../common/abort.js';
import { ImrError, type ErrorCode } from '../common/errors.js';
import { projectVersion } from '../common/project.js';
import { statement } from './statements.js';
import { fromCypher, toCypher } from './values.js';

/** Where a Neo4j answers, and as whom. */
export interface Connection {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export type Parameters = Readonly<Record<string, unknown>>;

/** Runs one named statement inside a transaction. */
export type Run = <Row>(name: string, parameters?: Parameters) => Promise<Row[]>;

/** Told of every statement that ran: for metrics, and for tests that count statements. */
export type StatementObserver = (name: string, milliseconds: number) => void;

/** What a reading statement is answered with. */
export interface Answer {
  readonly rows: object[];
  /** The token of the version of the graph that it shows; undefined while that is not settled. */
  readonly version: string | undefined;
}

/**
 * Answers a reading statement otherwise than by running it, with the same rows; undefined, or a promise of it, where it cannot.
 * @param client whose statement it is
 */
export type Shortcut = (
  name: string,
  parameters: Parameters,
  client: GraphClient,
) => Promise<Answer | undefined> | undefined;

export interface GraphClientOptions {
  /** Longest time that one transaction may take, in milliseconds: 30 seconds, or what is left of its request. */
  readonly timeout?: number;
  /** How long a transaction is repeated while the database does not answer or asks for it, in milliseconds. */
  readonly patience?: number;
  readonly onStatement?: StatementObserver;
}

/** Told of a statement that begins; what it returns is told when that has ended, and whether it failed. */
export type StatementTrace = (name: string) => (hasFailed: boolean) => void;

/** What statements are run for, when somebody waits for the answer: a request. */
export interface RequestScope {
  /** Aborted when nobody waits any more; statements then fail with its reason. */
  readonly signal: AbortSignal;
  /** When the answer must be there, on the clock of `performance.now()`. */
  readonly endsAt: number;
  /** Told of the version that what a shortcut answered shows, if it is settled. */
  readonly onVersion?: (token: string | undefined) => void;
  readonly onStatement?: StatementTrace | undefined;
}

const DEFAULT_TIMEOUT = 30_000;

/** What connecting and retrying may take beside the transaction itself, in milliseconds. */
const GRACE = 10_000;

/** What the driver itself takes for enough. */
const MOST_CONNECTIONS = 100;

/** How soon a database that is well tells so, in milliseconds. */
const VERIFY_TIMEOUT = 5_000;
const DEFAULT_PATIENCE = 5_000;

/**
 * The one place where Cypher runs: it names the statement, sets access mode, timeout and metadata, converts values both
 * ways and gives every failure a stable code.
 */
export class GraphClient {
  private readonly driver: Driver;
  private readonly bookmarkManager = neo4j.bookmarkManager();
  /** Connections that statements run on, and how many there may be: further ones wait. */
  readonly connections = { inUse: 0, limit: MOST_CONNECTIONS };
  /** Of the request that this view is for. */
  readonly scope: RequestScope | undefined;
  private shortcut: Shortcut | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly options: GraphClientOptions = {},
  ) {
    this.driver = neo4j.driver(connection.uri, neo4j.auth.basic(connection.user, connection.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: 10_000,
      maxConnectionPoolSize: MOST_CONNECTIONS,
      maxTransactionRetryTime: options.patience ?? DEFAULT_PATIENCE,
      userAgent: `imr-graph/${projectVersion}`,
    });
  }

  /**
   * A view of this client for one request: what it runs is interrupted on the server when the request's signal is aborted,
   * nothing is begun afterwards, and all of it together has the request's time.
   */
  within(scope: RequestScope): GraphClient {
    return Object.assign(Object.create(this) as GraphClient, { scope });
  }

  /** From now on a shortcut is asked before a reading statement is run, of this client and all its views. */
  answerBy(shortcut: Shortcut): void {
    this.shortcut = shortcut;
  }

  /** Answers one reading statement; rows are plain objects with the statement's columns as keys. */
  async read<Row>(name: string, parameters: Parameters = {}): Promise<Row[]> {
    const found = this.shortcut?.(name, parameters, this);
    const answer =
      found && (await this.traced(`columns ${name}`, () => unlessAborted(found, this.scope?.signal)));
    if (answer === undefined) return this.runReading(name, parameters);
    this.scope?.onVersion?.(answer.version);
    return answer.rows as Row[];
  }

  /**
   * Runs one reading statement. By itself it takes half the messages that it takes in a transaction, and a quarter less time
   * (docs/api.md); where repeating it may help, it is repeated in one.
   */
  private runReading<Row>(name: string, parameters: Parameters): Promise<Row[]> {
    return this.withSession('READ', async (session) => {
      const config = this.transactionConfig(name);
      try {
        const alone = { run: (text: string, values: object) => session.run(text, values, config) };
        return await this.run<Row>(alone, name, parameters);
      } catch (error) {
        if (!neo4j.isRetryableError(error)) throw error;
        if (error instanceof Neo4jError && (isGone(error) || isBehind(error))) await this.forgetSeen();
        return session.executeRead((tx) => this.run<Row>(tx, name, parameters), this.transactionConfig(name));
      }
    });
  }

  /** Runs several statements in one transaction; the work may be repeated when the database asks for it. */
  write<Result>(label: string, work: (run: Run) => Promise<Result>): Promise<Result> {
    return this.withSession('WRITE', (session) =>
      session.executeWrite(
        (tx) => work((name, parameters = {}) => this.run(tx, name, parameters)),
        this.transactionConfig(label),
      ),
    );
  }

  /**
   * Runs statements given as text in a transaction of their own: migrations, whose schema commands need that. What another
   * process creates at the same moment counts as done: `IF NOT EXISTS` looks before it has the lock.
   */
  async runScript(label: string, ...texts: readonly string[]): Promise<void> {
    await this.withSession('WRITE', async (session) => {
      try {
        await session.executeWrite(async (tx) => {
          for (const text of texts) await tx.run(text);
        }, this.transactionConfig(label));
      } catch (error) {
        if (!isAlreadyThere(error)) throw error;
      }
    });
  }

  /**
   * Resolves when the database answers; otherwise rejects, after 5 seconds at most, with DATABASE_UNAVAILABLE or
   * DATABASE_REFUSED.
   */
  async verify(): Promise<void> {
    const { database } = this.connection;
    await this.answered(this.driver.verifyConnectivity({ database }), VERIFY_TIMEOUT);
  }

  /** What the transactions of this client have seen and done, for another client to see as well. */
  async bookmarks(): Promise<readonly string[]> {
    return [...(await this.bookmarkManager.getBookmarks())];
  }

  /** From now on this client sees what bookmarks of another stand for. */
  async follow(bookmarks: readonly string[]): Promise<void> {
    await this.bookmarkManager.updateBookmarks([], bookmarks);
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async run<Row>(
    tx: Pick<ManagedTransaction, 'run'>,
    name: string,
    parameters: Parameters,
  ): Promise<Row[]> {
    const started = performance.now();
    const result = await this.traced(name, () => tx.run(statement(name), toCypher(parameters)));
    this.options.onStatement?.(name, performance.now() - started);
    return result.records.map((record) => rowOf(record) as Row);
  }

  private async traced<Result>(name: string, work: () => PromiseLike<Result>): Promise<Result> {
    const end = this.scope?.onStatement?.(name);
    if (end === undefined) return work();
    try {
      const result = await work();
      end(false);
      return result;
    } catch (error) {
      end(true);
      throw error;
    }
  }

  private async withSession<Result>(
    mode: 'READ' | 'WRITE',
    work: (session: ReturnType<Driver['session']>) => Promise<Result>,
  ): Promise<Result> {
    const signal = this.scope?.signal;
    signal?.throwIfAborted();
    const session = this.driver.session({
      database: this.connection.database,
      defaultAccessMode: mode,
      bookmarkManager: this.bookmarkManager,
    });
    // Closing resets the connection, which interrupts what runs there.
    const interrupt = () => void session.close().catch(() => undefined);
    signal?.addEventListener('abort', interrupt);
    this.connections.inUse++;
    const answer = work(session).finally(async () => {
      signal?.removeEventListener('abort', interrupt);
      await session.close();
      this.connections.inUse--;
    });
    return this.answered(unlessAborted(answer, signal), this.timeout + GRACE);
  }

  /**
   * What the database answers, if it does so in time. It watches over its own timeouts, but one that hangs, or is cut off
   * without a word, cannot; the driver would wait for minutes.
   */
  private async answered<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(this.failure('DATABASE_UNAVAILABLE', `no answer for ${milliseconds / 1000} s`));
      }, milliseconds);
    });
    try {
      return await Promise.race([answer, silence]);
    } catch (error) {
      const translated = this.translate(error);
      if (translated instanceof ImrError && translated.code === 'DATABASE_UNAVAILABLE')
        await this.forgetSeen();
      throw translated;
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * A server that went away may come back with another graph, restored or loaded, which has not come as far as the one that was seen, and
   * would be waited for in vain. What has several servers keeps its word by the others.
   */
  private async forgetSeen(): Promise<void> {
    if (this.connection.uri.startsWith('neo4j')) return;
    await this.bookmarkManager.updateBookmarks(await this.bookmarkManager.getBookmarks(), []);
  }

  /** What a transaction may take that begins now, in milliseconds; to the database 0 would mean without end. */
  private get timeout(): number {
    const { scope, options } = this;
    if (scope === undefined) return options.timeout ?? DEFAULT_TIMEOUT;
    return Math.max(1, Math.floor(Math.min(options.timeout ?? Infinity, scope.endsAt - performance.now())));
  }

  private transactionConfig(name: string): { timeout: number; metadata: object } {
    return {
      timeout: this.timeout,
      metadata: { app: 'imr-graph', statement: name },
    };
  }

  private translate(error: unknown): unknown {
    if (!(error instanceof Neo4jError)) return error;
    const code = errorCode(error);
    return code === undefined ? error : this.failure(code, error.message, error);
  }

  private failure(code: ErrorCode, reason: string, cause?: Neo4jError): ImrError {
    const { uri, database } = this.connection;
    return new ImrError(code, `Neo4j at ${uri}, database "${database}": ${reason}`, { cause });
  }
}

/** A record's columns by their names. (Its own way of telling them takes ten times as long.) */
function rowOf(record: DriverRecord): object {
  const row: Record<string, unknown> = {};
  for (const [i, key] of record.keys.entries()) row[key as string] = fromCypher(record.get(i));
  return row;
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Neo4jError && error.code.endsWith('.EquivalentSchemaRuleAlreadyExists');
}

/** Whether the server did not answer, or its connection broke. */
function isGone({ code }: Pick<Neo4jError, 'code'>): boolean {
  return ['ServiceUnavailable', 'SessionExpired'].includes(code);
}

/** Whether the server has not come as far as this client has seen it. */
function isBehind({ code }: Pick<Neo4jError, 'code'>): boolean {
  return code.endsWith('.BookmarkTimeout');
}

function errorCode({ code: neo4jCode, message }: Neo4jError): ErrorCode | undefined {
  if (isGone({ code: neo4jCode }) || isBehind({ code: neo4jCode })) return 'DATABASE_UNAVAILABLE';
  if (/DatabaseUnavailable|DatabaseNotFound|\.Cluster\./.test(neo4jCode)) return 'DATABASE_UNAVAILABLE';
  // All connections are waiting for an answer. The driver gives this no code.
  if (message.startsWith('Connection acquisition timed out')) return 'DATABASE_UNAVAILABLE';
  if (neo4jCode.includes('.Security.')) return 'DATABASE_REFUSED';
  if (neo4jCode.includes('TransactionTimedOut')) return 'QUERY_TIMEOUT';
  return undefined;
}
