import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import type { RemovedNodes as Removed } from '../../graph/clearing.js';
import type { WriteOutcome as Outcome } from '../../graph/plan.js';
import { enumOf } from '../enums/enums.js';
import { GlobalIdField } from './node.type.js';
import { LetterRefusal } from './parsed-letter.type.js';

export const WriteOutcome = enumOf<Uppercase<Outcome>>('WriteOutcome', 'What became of a letter.', {
  INGESTED: 'The graph did not have its case: it was created.',
  UPDATED:
    'Its case was replaced: the letter says something else than before, or was read by another version of the parser.',
  UNCHANGED: 'The graph said the same already.',
});

@ObjectType({
  description: 'How many nodes went; of those that several cases share, the ones that no other case needs.',
})
export class RemovedNodes implements Removed {
  @Field(() => Int, { description: 'Findings of the case; of one that is updated, all that it had before.' })
  findings!: number;

  @Field(() => Int, { description: 'Records of files that the case was read from.' })
  documents!: number;

  @Field(() => Int, { description: 'Items that no finding decides any more.' })
  items!: number;

  @Field(() => Int, { description: 'Credential profiles without a case.' })
  reviewers!: number;

  @Field(() => Int, {
    description: 'Guidelines of all levels, criteria among them, that no finding leads to any more.',
  })
  guidelines!: number;
}

@ObjectType({ description: 'What writing one letter changed, in one transaction.' })
export class WrittenCase {
  @GlobalIdField('Case', 'Id of the case.')
  caseId!: string;

  @Field(() => WriteOutcome, { description: 'What became of the letter.' })
  outcome!: Uppercase<Outcome>;

  @Field(() => Int, { description: 'The number of its findings.' })
  findings!: number;

  @Field(() => String, { description: 'Version of the parser that read it now.' })
  parserVersion!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Version of the parser that had read the case before; null when it is new.',
  })
  previousParserVersion!: string | null;

  @Field(() => RemovedNodes, {
    description: 'What went of the case as it was before; nothing unless it is updated.',
  })
  removed!: RemovedNodes;
}

export const LetterWriting = createUnionType({
  name: 'LetterWriting',
  description: 'What comes of writing a letter into the graph.',
  types: () => [WrittenCase, LetterRefusal] as const,
  resolveType: (writing) => ('code' in writing ? LetterRefusal : WrittenCase),
});

export type LetterWriting = WrittenCase | LetterRefusal;

@ObjectType({ description: 'A case that was removed from the graph.' })
export class RemovedCase {
  @GlobalIdField('Case', 'The id that it had.')
  caseId!: string;

  @Field(() => RemovedNodes, { description: 'What went with it.' })
  removed!: RemovedNodes;
}
