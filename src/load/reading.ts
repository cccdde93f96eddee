import { workThrough, type CorpusOptions } from '../corpus/read-corpus.js';
import type { Rejection } from '../documents/document.js';
import { walkFiles } from '../documents/files.js';
import { estimateSources, readSources } from '../documents/sources.js';
import type { Recipe } from '../generate/generate.js';
import { encoding, type LoadItem, type LoadOutcome } from './job.js';
import { FilesDigest, PART_SIZE, PartWriter, wholeParts, type Part } from './parts.js';

/** What is loaded: files, archives and folders; or letters that are generated. */
export type Corpus =
  { readonly paths: readonly string[] } | { readonly letters: number; readonly recipe: Recipe };

type Source = LoadItem | Rejection;

/** Roughly how many letters a corpus has. */
export async function estimateLetters(corpus: Corpus): Promise<number> {
  return 'letters' in corpus ? corpus.letters : estimateSources(corpus.paths);
}

export interface ReadingOptions extends Pick<CorpusOptions, 'workers' | 'redact'> {
  /** Told of the files done. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Files of a part. */
  readonly partSize?: number | undefined;
}

/**
 * Reads the whole corpus in several threads and writes it as rows, part by part. Parts that a run before has finished are
 * kept, as far as the files are the same.
 * @throws the signal's reason; whole parts stay
 */
export async function writeParts(folder: string, corpus: Corpus, options: ReadingOptions): Promise<Part[]> {
  const { partSize = PART_SIZE, onProgress, signal, workers, redact } = options;
  const job = encoding({ redact });
  const { parts, sources } = await resume(folder, corpus);
  let done = parts.reduce((sum, { files }) => sum + files, 0);
  onProgress?.(done);
  const underWay: Source[] = [];
  let writer: PartWriter | undefined;
  try {
    for await (const outcome of workThrough<LoadItem, LoadOutcome>(remembering(sources, underWay), job, {
      workers,
    })) {
      signal?.throwIfAborted();
      const file = underWay.shift();
      if (file === undefined) break;
      writer ??= await PartWriter.open(folder, parts.length + 1);
      await writer.add(file, outcome);
      onProgress?.(++done);
      if (writer.files < partSize) continue;
      parts.push(await writer.finish());
      writer = undefined;
    }
    if (writer) parts.push(await writer.finish());
    writer = undefined;
    return parts;
  } finally {
    await writer?.close();
  }
}

/** Outcomes come in the order of the sources: which one each is of, this list tells. */
async function* remembering(sources: AsyncGenerator<Source>, underWay: Source[]): AsyncGenerator<Source> {
  for await (const source of sources) {
    underWay.push('bytes' in source ? { ...source, bytes: new Uint8Array() } : source);
    yield source;
  }
}

interface Resumed {
  readonly parts: Part[];
  /** What comes after them. */
  readonly sources: AsyncGenerator<Source>;
}

/** The parts that can be kept: the whole ones, up to the first whose files have changed. */
async function resume(folder: string, corpus: Corpus): Promise<Resumed> {
  const whole = wholeParts(folder);
  const sources = sourcesOf(corpus, 'letters' in corpus ? filesOf(whole) : 0);
  if ('letters' in corpus) return { parts: whole, sources };
  const parts: Part[] = [];
  for (const part of whole) {
    if ((await digestOf(sources, part.files)) !== part.digest) {
      await sources.return(undefined);
      const again = sourcesOf(corpus, 0);
      await digestOf(again, filesOf(parts));
      return { parts, sources: again };
    }
    parts.push(part);
  }
  return { parts, sources };
}

function filesOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { files }) => sum + files, 0);
}

/** Takes so many files off the sources. */
async function digestOf(sources: AsyncGenerator<Source>, files: number): Promise<string> {
  const digest = new FilesDigest();
  for (let i = 0; i < files; i++) {
    const next = await sources.next();
    if (next.done === true) break;
    digest.add(next.value);
  }
  return digest.digest();
}

/** @param skipped of letters that are generated, how many are left out */
function sourcesOf(corpus: Corpus, skipped: number): AsyncGenerator<Source> {
  return 'letters' in corpus ? generatedItems(corpus, skipped) : readSources(walkFiles(corpus.paths));
}

// eslint-disable-next-line @typescript-eslint/require-await -- what comes from files has to be waited for
async function* generatedItems(
  { letters, recipe }: Extract<Corpus, { readonly letters: number }>,
  skipped: number,
): AsyncGenerator<LoadItem> {
  for (let number = skipped + 1; number <= letters; number++)
    yield { path: `generated/${recipe.seed}/${number}.txt`, sha256: null, letter: { number, recipe } };
}
