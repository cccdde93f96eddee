import { existsSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessAborted } from '../common/abort.js';
import { ImrError } from '../common/errors.js';
import type { Settings } from '../common/settings.js';
import { openDatabase } from '../engine/database.js';
import { importDatabase, type ImportGroup } from '../engine/import-tool.js';
import { hasDatabase, prepareSuccessor, refuseRunning, replaceData } from '../engine/replacement.js';
import { stopEngine } from '../engine/engine.js';
import { endTool } from '../engine/tool-process.js';
import { peakMemory } from '../common/process.js';
import { readRunningState, tryLock } from '../engine/state.js';
import { GraphClient } from '../graph/client.js';
import { completeGraph } from '../graph/completion.js';
import { refuseNewerSchema } from '../graph/migrations.js';
import { isEmpty } from '../graph/writer.js';
import { diskUse, refuseFullDisk, type DiskUse } from './disk.js';
import { mergeParts, removeUnused, type GraphFiles } from './merging.js';
import { PART_SIZE } from './parts.js';
import { estimateLetters, writeParts, type Corpus } from './reading.js';
import { fingerprintOf, readLoadState, writeLoadState, type LoadState } from './state.js';
import { LIST_DELIMITER_OPTION, TABLES } from './tables.js';

/** What a load is doing. */
export type Phase = 'reading' | 'tying' | 'importing' | 'indexing' | 'replacing';

export interface LoadOptions {
  /** Whether a graph that holds cases may be replaced. */
  readonly replace?: boolean;
  /** Worker threads; as many as there are processors unless given. */
  readonly workers?: number;
  /** Files of a part, after which a load that is interrupted goes on. */
  readonly partSize?: number;
  /** Stops it; what is finished is kept for the next run. */
  readonly signal?: AbortSignal;
  /** Told before anything is written. */
  readonly onEstimate?: (letters: number, disk: DiskUse) => void;
  readonly onPhase?: (phase: Phase) => void;
  /** Told of the files that are read. */
  readonly onProgress?: (done: number) => void;
  /** Told of the most memory (bytes) that the Java process of a phase has had so far. */
  readonly onMemory?: (phase: 'importing' | 'indexing', peak: number) => void;
}

/** What a load did. */
export type LoadSummary = Pick<GraphFiles, 'outcomes' | 'quarantined' | 'counts'>;

/** For building indexes over some millions of nodes. */
const INDEXING = { heap: '2g', pageCache: '1g' };
const IMPORTING = { heap: '2g', offHeap: '2g' };
/** Longest time of a statement, and of all indexes: far more than any corpus takes. */
const SIX_HOURS = 21_600;

/**
 * Makes a new graph of a whole corpus, as an ingest of the same letters in the same order would, and puts it in the place of the
 * embedded engine's once it is checked. Until then the old one stays as it is. A run that was interrupted is gone on with by the
 * next one for the same corpus.
 * @throws {ImrError} BAD_SETTING, ENGINE_RUNNING, ENGINE_BUSY, GRAPH_NOT_EMPTY, SCHEMA_TOO_NEW, NOT_ENOUGH_DISK, IMPORT_FAILED, CHECK_FAILED, and as
 *   `openDatabase`; the signal's reason
 */
export async function bulkLoad(
  settings: Settings,
  corpus: Corpus,
  options: LoadOptions = {},
): Promise<LoadSummary> {
  const { neo4jUri, dataDir } = settings;
  if (neo4jUri !== undefined) {
    throw new ImrError(
      'BAD_SETTING',
      'NEO4J_URI is set: only the graph of the embedded engine can be loaded in bulk.',
    );
  }
  const folder = join(dataDir, 'load');
  const release = tryLock(folder);
  if (release === undefined) throw new ImrError('ENGINE_BUSY', `Another process is loading into ${dataDir}.`);
  try {
    return await new Load(settings, folder, corpus, options).run();
  } finally {
    release();
  }
}

class Load {
  private readonly dataDir: string;
  /** The data directory of the new graph, until it is put in the place of the old. */
  private readonly successor: string;
  private state: LoadState;

  constructor(
    private readonly settings: Settings,
    private readonly folder: string,
    private readonly corpus: Corpus,
    private readonly options: LoadOptions,
  ) {
    this.dataDir = settings.dataDir;
    this.successor = join(folder, 'home');
    const fingerprint = fingerprintOf(corpus, options.partSize ?? PART_SIZE, settings.redact);
    this.state = { fingerprint, stage: 'begun' };
  }

  async run(): Promise<LoadSummary> {
    refuseRunning(this.dataDir);
    await this.endFormerRun();
    const former = readLoadState(this.folder);
    if (former?.fingerprint === this.state.fingerprint) this.state = former;
    else await this.begin();
    const graph = this.state.graph ?? (await this.read());
    if (this.state.stage === 'read') await this.import(graph);
    if (this.state.stage === 'imported') await this.complete(graph);
    this.enter('replacing');
    // A run that was killed may have come as far as this, and further.
    if (existsSync(join(this.successor, 'data'))) replaceData(this.dataDir, this.successor);
    await this.clear();
    return graph;
  }

  /** What a run that was killed may have left running. */
  private async endFormerRun(): Promise<void> {
    await stopEngine(this.successor);
    await endTool(this.successor);
  }

  private async begin(): Promise<void> {
    await this.refuseGraph();
    await this.clear();
    mkdirSync(join(this.folder, 'parts'), { recursive: true });
    writeLoadState(this.folder, this.state);
  }

  /** Of a newer version no graph is replaced either; one that cannot even be opened is. */
  private async refuseGraph(): Promise<void> {
    if (!hasDatabase(this.dataDir)) return;
    const { replace } = this.options;
    const judge = async (client: GraphClient) => {
      await refuseNewerSchema((name) => client.read(name));
      return replace === true || isEmpty(client);
    };
    const mayGo = await this.withGraph(this.dataDir, judge).catch((error: unknown) => {
      if (replace && error instanceof ImrError && error.code === 'ENGINE_FAILED') return true;
      throw error;
    });
    if (!mayGo) {
      throw new ImrError(
        'GRAPH_NOT_EMPTY',
        `The graph of ${this.dataDir} holds cases: --replace puts the new graph in its place, or use \`imr ingest\` to add to it.`,
      );
    }
  }

  private async read(): Promise<GraphFiles> {
    const { signal, onProgress, onEstimate, workers, partSize } = this.options;
    const { redact } = this.settings;
    const letters = await estimateLetters(this.corpus);
    const disk = await diskUse(this.folder, letters, 'letters' in this.corpus ? 'generated' : 'published');
    onEstimate?.(letters, disk);
    refuseFullDisk(disk);
    this.enter('reading');
    const folder = join(this.folder, 'parts');
    const parts = await writeParts(folder, this.corpus, { workers, redact, partSize, signal, onProgress });
    this.enter('tying');
    const graph = await mergeParts(folder, parts, signal);
    this.reach('read', graph);
    await removeUnused(folder, parts, graph.files);
    return graph;
  }

  private async import({ files }: GraphFiles): Promise<void> {
    this.enter('importing');
    prepareSuccessor(this.dataDir, this.successor);
    const groups = TABLES.map(({ name, kind, keys }): ImportGroup => ({
      kind,
      isNode: 'id' in keys,
      files: files[name] ?? [],
    }));
    await importDatabase(this.successor, join(this.folder, 'parts'), groups, {
      ...IMPORTING,
      listDelimiter: LIST_DELIMITER_OPTION,
      signal: this.options.signal,
      onMemory: (peak) => this.options.onMemory?.('importing', peak),
    });
    this.reach('imported');
    await rm(join(this.folder, 'parts'), { recursive: true });
  }

  private async complete({ counts }: GraphFiles): Promise<void> {
    this.enter('indexing');
    await this.withGraph(this.successor, async (client) => {
      await completeGraph(client, counts, SIX_HOURS);
      const engine = readRunningState(this.successor);
      const peak = engine && peakMemory(engine.process.pid);
      if (peak !== undefined) this.options.onMemory?.('indexing', peak);
    });
    this.reach('checked');
  }

  private async withGraph<Result>(
    dataDir: string,
    work: (client: GraphClient) => Promise<Result>,
  ): Promise<Result> {
    const database = await openDatabase({ ...this.settings, dataDir }, { memory: INDEXING });
    const client = new GraphClient(database, { timeout: SIX_HOURS * 1000 });
    try {
      return await unlessAborted(work(client), this.options.signal);
    } finally {
      await client.close();
      await database.close();
    }
  }

  private enter(phase: Phase): void {
    this.options.signal?.throwIfAborted();
    this.options.onPhase?.(phase);
  }

  private reach(stage: LoadState['stage'], graph = this.state.graph): void {
    this.state = { ...this.state, stage, ...(graph && { graph }) };
    writeLoadState(this.folder, this.state);
  }

  private async clear(): Promise<void> {
    for (const name of ['state.json', 'parts', 'home'])
      await rm(join(this.folder, name), { recursive: true, force: true });
  }
}
