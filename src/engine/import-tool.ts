import { ImrError } from '../common/errors.js';
import { runAdminTool, type ToolOptions } from './admin-tool.js';

/** The CSV files of one label or relationship type; the first holds the header alone. Relative to the folder. */
export interface ImportGroup {
  readonly kind: string;
  readonly isNode: boolean;
  readonly files: readonly string[];
}

export interface ImportOptions extends ToolOptions {
  /** Between the values of a list, as the tool names it: `U+001F`. */
  readonly listDelimiter: string;
  /** What the tool may take outside of the heap, as Java writes sizes. */
  readonly offHeap: string;
}

/** Bytes of the longest value: a letter's text, of which READ_LIMITS allows two million characters. */
const LONGEST_VALUE = '16m';

/**
 * Makes the database of a data directory out of CSV files, by Neo4j's import tool; what the database held is gone. No engine may
 * run on it.
 * @param folder of the files
 * @throws {ImrError} IMPORT_FAILED with the tool's last lines; and as `prepareEngine`
 */
export async function importDatabase(
  dataDir: string,
  folder: string,
  groups: readonly ImportGroup[],
  options: ImportOptions,
): Promise<void> {
  const { code, lines } = await runAdminTool(dataDir, folder, toolArguments(groups, options), options);
  if (code !== 0)
    throw new ImrError('IMPORT_FAILED', `Neo4j's import tool ended with ${code}:\n${lines.join('\n')}`);
}

function toolArguments(groups: readonly ImportGroup[], { listDelimiter, offHeap }: ImportOptions): string[] {
  return [
    'database',
    'import',
    'full',
    ...groups.map(
      ({ kind, isNode, files }) => `--${isNode ? 'nodes' : 'relationships'}=${kind}=${files.join(',')}`,
    ),
    `--array-delimiter=${listDelimiter}`,
    '--multiline-fields=true',
    '--id-type=string',
    '--bad-tolerance=0',
    '--overwrite-destination=true',
    `--read-buffer-size=${LONGEST_VALUE}`,
    `--max-off-heap-memory=${offHeap}`,
    '--high-parallel-io=on',
    // Otherwise it does not say what it failed at.
    '--verbose',
    'neo4j',
  ];
}
