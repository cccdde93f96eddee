import { Extensions, Field, ID, InterfaceType } from 'type-graphql';
import type { NodeType } from '../global-id.js';

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

/** A field that tells the bare key of a node of this type as its global id: the schema gives it the resolver that does. */
export function GlobalIdField(type: NodeType, description: string): PropertyDecorator {
  return (target, key) => {
    Extensions({ globalIdOf: type })(target, key);
    Field(() => ID, { description })(target, key);
  };
}
