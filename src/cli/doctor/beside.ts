import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf } from '../../common/errors.js';
import { projectFolder } from '../../common/project.js';
import type { Settings } from '../../common/settings.js';
import { readTrustedDocuments } from '../../api/trusted-documents.js';
import { loadSnapshot, snapshotFile } from '../../columns/snapshot.js';
import type { GraphClient } from '../../graph/client.js';
import { MartDatabase } from '../../mart/database.js';
import { martLag } from '../../mart/lag.js';
import { martState } from '../../mart/state.js';
import { filesFolder, otherAccount } from '../../postgres/account.js';
import { findBinaries } from '../../postgres/binaries.js';
import { clusterMajor } from '../../postgres/cluster.js';
import { martAccess } from '../mart-access.js';
import { failure, ok, skipped, warning, type Check, type Finding } from './check.js';

/** What is beside the graph: columns, mart, the server's documents. */
export function besideChecks(settings: Settings, graph: GraphClient | undefined): Check[] {
  return [
    { name: 'columns', run: () => columns(settings) },
    { name: 'PostgreSQL', run: () => postgres(settings) },
    { name: 'mart', run: () => mart(settings, graph) },
    { name: 'trusted documents', run: () => documents(settings) },
  ];
}

async function columns({ columns: isOn, dataDir }: Settings): Promise<Finding> {
  if (!isOn) return skipped('COLUMNS=off');
  const file = snapshotFile(dataDir);
  if (!existsSync(file)) return skipped('no snapshot; one is kept of graphs of 5,000 cases and more');
  const state = await loadSnapshot(file);
  if (state !== undefined)
    return ok(`${state.store.size.cases} cases, revision ${state.version.revision}: ${file}`);
  return warning(
    `${file} is damaged, or of another version`,
    'nothing: the next start reads the graph instead, which takes longer, and writes it anew',
  );
}

async function postgres({ biDatabaseUrl, dataDir }: Settings): Promise<Finding> {
  if (biDatabaseUrl !== undefined) return skipped('BI_DATABASE_URL names a PostgreSQL of your own');
  try {
    const major = clusterMajor(filesFolder(dataDir, otherAccount()));
    if (major === undefined) return skipped('`imr bi start` was never run here');
    const binaries = await findBinaries(major);
    return ok(`${binaries.major}: ${binaries.folder}`);
  } catch (error) {
    return failure(messageOf(error), 'install that version of PostgreSQL, or set BI_DATABASE_URL');
  }
}

async function mart(settings: Settings, graph: GraphClient | undefined): Promise<Finding> {
  const access = martAccess(settings);
  if (access === undefined) return skipped('does not run (`imr bi start`)');
  let database: MartDatabase | undefined;
  try {
    database = await MartDatabase.open(access.loader);
    const state = await martState(database);
    if (graph === undefined) return ok(`${state.cases ?? 0} cases; the graph is not there to compare`);
    const { changes } = await martLag(graph, state);
    if (changes === 0) return ok(`${state.cases ?? 0} cases, in step with the graph`);
    return warning(
      changes === null
        ? 'shows another graph, or has to be made anew'
        : `${changes} changes behind the graph`,
      'see that `imr bi start` runs',
    );
  } catch (error) {
    return failure(
      messageOf(error),
      'run `imr bi start`, and see that BI_DATABASE_URL is right if it is set',
    );
  } finally {
    await database?.close();
  }
}

export function documents(
  { trustedDocumentsOnly }: Pick<Settings, 'trustedDocumentsOnly'>,
  folder = projectFolder,
): Finding {
  const known = readTrustedDocuments(join(folder, 'schema/operations')).length;
  const pages = existsSync(join(folder, 'dist/web/explorer-operations.json'));
  const remedy = 'install the project anew: `npm ci && npm run build`';
  if (known === 0) return failure('schema/operations holds none', remedy);
  if (pages) return ok(`${known}, and those of the explorer`);
  const says = 'the explorer is not built';
  return trustedDocumentsOnly
    ? failure(`${says}, and with TRUSTED_DOCUMENTS=only it cannot ask`, remedy)
    : warning(says, remedy);
}
