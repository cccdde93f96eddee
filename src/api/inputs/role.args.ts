import { ArgsType } from 'type-graphql';
import type { DecisionFilter } from '../../query/filter.js';
import { RolesField } from './fields.js';

@ArgsType()
export class RoleArgs {
  @RolesField('Who cites; left out: anyone.')
  role?: DecisionFilter['role'];
}
