import { Field, ID, InterfaceType, UseMiddleware } from 'type-graphql';
import { globalId, type NodeType } from '../global-id.js';

/** A row with the name of the type that it is told as. */
export type TypedRow<Row extends object = object> = Row & { readonly nodeType: NodeType };

@InterfaceType({
  description: 'What has an id of its own, under which `node` finds it again.',
  resolveType: ({ nodeType }: TypedRow) => nodeType,
})
export abstract class Node {
  @Field(() => ID, {
    description:
      'Its global id: the name of the type, `:`, and the key that the type describes. No other node has it.',
  })
  id!: string;
}

/** A field that tells the bare key of a node of this type as its global id. */
export function GlobalIdField(type: NodeType, description: string): PropertyDecorator {
  return (target, key) => {
    UseMiddleware(async (_, next) => globalId(type, (await next()) as string))(target, key);
    Field(() => ID, { description })(target, key);
  };
}
