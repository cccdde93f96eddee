import { existsSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ImrError } from '../common/errors.js';
import type { GraphClient } from '../graph/client.js';
import { currentVersion } from '../graph/version.js';
import { Dimensions } from '../star/dimensions.js';
import { allCases } from '../star/letters.js';
import { streamCases } from '../star/stream.js';
import type { Put } from '../star/table.js';
import { TABLES } from '../star/tables.js';
import { dataPackage, type WrittenTable } from './datapackage.js';
import { parquet } from './parquet.js';
import type { Form, Row, Sink } from './sink.js';
import { csv, ndjson } from './text.js';

export const FORMS = { csv, ndjson, parquet } as const;
export type FormName = keyof typeof FORMS;

export interface ExportOptions {
  readonly form: FormName;
  /** Folder that is made; it must not be there, or be empty. */
  readonly folder: string;
  /** Told how many cases were read. */
  readonly onProgress?: (cases: number) => void;
  readonly signal?: AbortSignal;
}

export interface ExportSummary {
  readonly tables: readonly WrittenTable[];
  /** Whether the graph was changed meanwhile: cases may then be of different states of it, and new ones be missing. */
  readonly isMixed: boolean;
}

/**
 * Writes the star schema as flat files, a file for each table, and `datapackage.json`, which describes them. The folder is there when
 * all of it is written, or not at all.
 * @throws {ImrError} EXPORT_EXISTS when there are files in the folder; DATABASE_UNAVAILABLE …
 */
export async function exportStar(graph: GraphClient, options: ExportOptions): Promise<ExportSummary> {
  const folder = resolve(options.folder);
  if (existsSync(folder))
    throw new ImrError('EXPORT_EXISTS', `${folder} is there already: name a new folder, or remove it`);
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    const summary = await writeFiles(graph, draft, options);
    await rename(draft, folder);
    return summary;
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(
  graph: GraphClient,
  folder: string,
  { form: name, onProgress, signal }: ExportOptions,
): Promise<ExportSummary> {
  const form = FORMS[name];
  const before = await currentVersion(graph);
  const files = await Files.open(folder, form);
  const numbers = { case: 0, finding: 0 };
  const revision = before?.revision ?? 0;
  const leftOut = await streamCases(graph, allCases(graph), {
    dimensions: new Dimensions(),
    put: files.put,
    numbersOf: () => ({ caseKey: ++numbers.case, nextFinding: () => ++numbers.finding, revision }),
    onPage: async (read) => {
      signal?.throwIfAborted();
      await files.drain();
      onProgress?.(read);
    },
  });
  const tables = await files.close();
  const described = dataPackage(form, tables, { revision, created: new Date() });
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(described, null, 2)}\n`);
  const after = await currentVersion(graph);
  return { tables, isMixed: leftOut > 0 || before?.token !== after?.token };
}

/** The files of all tables, while they are written. */
class Files {
  private readonly rows = new Map<string, number>();

  private constructor(
    private readonly folder: string,
    private readonly form: Form,
    private readonly sinks: ReadonlyMap<string, Sink>,
  ) {}

  static async open(folder: string, form: Form): Promise<Files> {
    const sinks = new Map<string, Sink>();
    for (const table of TABLES) {
      sinks.set(table.name, await form.open(join(folder, `${table.name}.${form.extension}`), table));
    }
    return new Files(folder, form, sinks);
  }

  readonly put: Put = ({ name }, row) => {
    this.sinks.get(name)?.add(row as Row);
    this.rows.set(name, (this.rows.get(name) ?? 0) + 1);
  };

  async drain(): Promise<void> {
    for (const sink of this.sinks.values()) await sink.drain();
  }

  async close(): Promise<WrittenTable[]> {
    const written: WrittenTable[] = [];
    for (const table of TABLES) {
      await this.sinks.get(table.name)?.close();
      const file = `${table.name}.${this.form.extension}`;
      const { size } = await stat(join(this.folder, file));
      written.push({ table, file, bytes: size, rows: this.rows.get(table.name) ?? 0 });
    }
    return written;
  }
}
