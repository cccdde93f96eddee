import { ArrayMaxSize, ArrayNotEmpty, MaxLength } from 'class-validator';
import { Field } from 'type-graphql';
import type { DecisionFilter } from '../../query/filter.js';
import { CitationRole } from '../enums.js';
import { LONGEST_NAME, ROLES } from './limits.js';

/** An optional name to select by, of a bounded length. */
export function NameField(description: string): PropertyDecorator {
  return (target, key) => {
    MaxLength(LONGEST_NAME)(target, key);
    Field(() => String, { nullable: true, description })(target, key);
  };
}

/** An optional list of who cites; an empty one, which nobody could be in, is refused. */
export function RolesField(description: string, defaultValue?: DecisionFilter['role']): PropertyDecorator {
  return (target, key) => {
    ArrayNotEmpty()(target, key);
    ArrayMaxSize(ROLES)(target, key);
    Field(() => [CitationRole], { nullable: true, description, defaultValue })(target, key);
  };
}
