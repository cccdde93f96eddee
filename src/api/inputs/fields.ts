import { ArrayMaxSize, ArrayNotEmpty, MaxLength } from 'class-validator';
import { Field } from 'type-graphql';
import type { CitationRole as Role } from '../../normalise/determination.js';
import { CitationRole } from '../enums/enums.js';
import { LONGEST_NAME, MOST_VALUES, ROLES } from './limits.js';

/** An optional name to select by, of a bounded length. */
export function NameField(description: string): PropertyDecorator {
  return (target, key) => {
    MaxLength(LONGEST_NAME)(target, key);
    Field(() => String, { nullable: true, description })(target, key);
  };
}

/** An optional list of which any will do; an empty one, which nothing could be in, is refused. */
export function AnyOfField(type: () => object, description: string): PropertyDecorator {
  return (target, key) => {
    ArrayNotEmpty()(target, key);
    ArrayMaxSize(MOST_VALUES)(target, key);
    Field(() => [type()], { nullable: true, description: `${description} Any of those given.` })(target, key);
  };
}

/** As {@link AnyOfField}, of names of a bounded length. */
export function NamesField(description: string): PropertyDecorator {
  return (target, key) => {
    MaxLength(LONGEST_NAME, { each: true })(target, key);
    AnyOfField(() => String, description)(target, key);
  };
}

/** An optional list of who cites; an empty one, which nobody could be in, is refused. */
export function RolesField(description: string, defaultValue?: readonly Role[]): PropertyDecorator {
  return (target, key) => {
    ArrayNotEmpty()(target, key);
    ArrayMaxSize(ROLES)(target, key);
    Field(() => [CitationRole], { nullable: true, description, defaultValue })(target, key);
  };
}
