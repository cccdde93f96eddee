import { open, type FileHandle } from 'node:fs/promises';
import { rowOf, type Table } from './tables.js';

/** Characters that are kept before they are written. */
const BUFFERED = 1 << 20;

/** Writes the rows of one table into a file. */
export class TableWriter {
  rows = 0;
  #text = '';

  private constructor(
    private readonly table: Table,
    private readonly handle: FileHandle,
  ) {}

  static async open(table: Table, path: string): Promise<TableWriter> {
    return new TableWriter(table, await open(path, 'w'));
  }

  /** @param ids as `rowOf` has them */
  async add(ids: readonly string[], properties: Readonly<Record<string, unknown>>): Promise<void> {
    this.rows++;
    this.#text += rowOf(this.table, ids, properties);
    if (this.#text.length >= BUFFERED) await this.#flush();
  }

  async close(): Promise<void> {
    await this.#flush();
    await this.handle.close();
  }

  async #flush(): Promise<void> {
    await this.handle.writeFile(this.#text);
    this.#text = '';
  }
}
