import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { quarantinedDocumentPage } from '../../query/documents.js';
import { toConnection } from '../connections.js';
import type { Context } from '../context.js';
import { QuarantinedDocumentsArgs } from '../inputs/lists.args.js';
import type { Connection } from '../types/connection.type.js';
import { QuarantinedDocument, QuarantinedDocumentConnection } from '../types/document.type.js';

@Resolver(() => QuarantinedDocument)
export class QuarantinedDocumentResolver {
  @Query(() => QuarantinedDocumentConnection, { description: 'Files that could not be used, by path.' })
  async quarantinedDocuments(
    @Args(() => QuarantinedDocumentsArgs) args: QuarantinedDocumentsArgs,
    @Ctx() { client }: Context,
  ): Promise<Connection<QuarantinedDocument>> {
    return toConnection(await quarantinedDocumentPage(client, args.code, args.page()));
  }
}
