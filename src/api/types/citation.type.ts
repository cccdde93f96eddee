import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { CitationRow } from '../../query/citations.js';
import { CitationRole, Resolution } from '../enums/enums.js';

/** What the words say that cite a guideline. */
@ObjectType()
export abstract class CitationFacts {
  @Field(() => Int, { nullable: true, description: 'Year of the edition, said or implied.' })
  edition!: number | null;

  @Field(() => [String], { description: 'The pages cited, as written: `177-178`.' })
  pages!: readonly string[];

  @Field(() => [String], { description: 'The tables cited, as written: `8-8`.' })
  tables!: readonly string[];

  @Field(() => Boolean, {
    description: 'Whether a part of the citation (say, the source) was concluded and not written.',
  })
  inferred!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it is named only to say that it does not address the request: a mention that supports nothing.',
  })
  silent!: boolean;

  @Field(() => Resolution, { description: 'What the catalogue makes of the words.' })
  resolution!: CitationRow['resolution'];

  @Field(() => [String], {
    description:
      'The guidelines that could be meant, `MTUS > Low Back Complaints`: of an ambiguous citation all of them, of one without a match near misses.',
  })
  candidates!: readonly string[];

  @Field(() => String, { description: 'The words, as written.' })
  raw!: string;
}

@ObjectType({ description: 'One guideline that one party cites for one finding.' })
export class Citation extends CitationFacts {
  @Field(() => ID, { description: 'Id of the finding, and the place among its citations.' })
  id!: string;

  @Field(() => CitationRole, { description: 'Who cites the guideline.' })
  role!: CitationRow['role'];
}
