import type { initGraphQLTada, ResultOf, TadaDocumentNode } from 'gql.tada';
import type { introspection } from './graphql-env.js';

interface Setup {
  introspection: introspection;
  scalars: { LocalDate: string; DateTime: string; Upload: File };
}

/** An operation with the types of its variables and its answer, which are made of the schema. */
export type Operation<Answer, Variables> = TadaDocumentNode<Answer, Variables>;

/**
 * An operation: its text, which is sent as it is, so that the server can know it by its hash (docs/explorer.md). It holds nothing but
 * itself: no text is put into another.
 */
export const graphql = ((text: string) => text) as unknown as ReturnType<typeof initGraphQLTada<Setup>>;

/** What an input of the schema takes. */
export type Input<Name extends keyof introspection['types']> = ReturnType<typeof graphql.scalar<Name>>;

/** What an operation is answered with. */
export type AnswerOf<Asked> = ResultOf<Asked>;

/** The names of an enum of the schema. */
export type Enum<Name extends keyof introspection['types']> = introspection['types'][Name] extends {
  enumValues: infer Values;
}
  ? Values
  : never;
