import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { TrustedDocuments } from '../trusted-documents.js';
import { PreparedOperation, type AnsweredOperation } from './operation.js';

/** Longest document that is kept, and most characters of all together: what is made of them takes some hundred times as much. */
const LONGEST = 10_000;
const MOST_CHARACTERS = 200_000;

/**
 * The queries that were answered last, by the text of their document and the name of the operation: they are not parsed, validated and
 * measured again. What has a limit per document was measured then, what depends on variables is measured each time.
 */
export class PreparedOperations {
  constructor(private readonly documents: TrustedDocuments) {}

  /** In the order of their last use. */
  private readonly kept = new Map<string, AnsweredOperation | PreparedOperation>();
  private characters = 0;

  /** Remembers what Apollo answered without an error. */
  readonly rememberAnswered: ApolloServerPlugin = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ source, request, schema, document, operation, errors }) => {
          if (document && source && operation?.operation === OperationTypeNode.QUERY && !errors) {
            this.remember(keyOf(source, request.operationName), { schema, document, operation });
          }
          return Promise.resolve();
        },
      }),
  };

  find(text: string, operationName: string | null | undefined): PreparedOperation | undefined {
    const key = keyOf(text, operationName);
    const found = this.kept.get(key);
    if (found === undefined) return undefined;
    this.kept.delete(key);
    // Not before it is asked for again: documents into which a client writes its values come once.
    const prepared =
      found instanceof PreparedOperation ? found : new PreparedOperation(found, this.documents.nameOf(text));
    this.kept.set(key, prepared);
    return prepared;
  }

  private remember(key: string, answered: AnsweredOperation): void {
    if (key.length > LONGEST || this.kept.has(key)) return;
    this.kept.set(key, answered);
    this.characters += key.length;
    for (const oldest of this.kept.keys()) {
      if (this.characters <= MOST_CHARACTERS) return;
      this.kept.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}

function keyOf(text: string, operationName: string | null | undefined): string {
  return typeof operationName === 'string' ? `${operationName.length} ${operationName} ${text}` : `- ${text}`;
}
