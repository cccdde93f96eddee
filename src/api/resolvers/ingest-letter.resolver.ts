import { Args, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { LetterFile } from '../../corpus/text-reader.js';
import { isRejection, type Rejection } from '../../documents/document.js';
import { ingestLetter } from '../../ingest/letter.js';
import { InputError } from '../../query/input-error.js';
import type { Context } from '../context.js';
import { IngestLetterArgs, type IngestLetterInput } from '../inputs/writing.input.js';
import { LetterWriting } from '../types/writing.type.js';
import { readUpload } from '../upload.js';
import { toLetterWriting } from '../writing.js';

@Resolver()
export class IngestLetterResolver {
  @Authorized()
  @Mutation(() => LetterWriting, {
    description:
      'Reads a determination letter and writes it into the graph, in one transaction; the same letter again changes nothing. A letter that cannot be used is refused, and not kept. Needs the server’s token for writing, as `Authorization: Bearer`.',
  })
  async ingestLetter(
    @Args(() => IngestLetterArgs) { input }: IngestLetterArgs,
    @Ctx() context: Context,
  ): Promise<LetterWriting> {
    const { client, letters, signal } = context;
    const letter = await letterOf(input);
    const isRefused = typeof letter === 'object' && isRejection(letter);
    const result = isRefused ? letter : await ingestLetter(client, letters, letter, signal);
    return toLetterWriting(context, 'ingestLetter', result);
  }
}

async function letterOf({ text, upload }: IngestLetterInput): Promise<string | LetterFile | Rejection> {
  const [isText, isFile] = [text, upload].map((given) => given !== null && given !== undefined);
  if (isText === isFile) throw new InputError('input', 'exactly one of text and upload must be given');
  return upload ? readUpload(upload) : (text ?? '');
}
