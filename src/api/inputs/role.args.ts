import { ArgsType } from 'type-graphql';
import type { CitationFilter } from '../../query/filter/filters.js';
import { RolesField } from './fields.js';

@ArgsType()
export class RoleArgs {
  @RolesField('Who cites; left out: anyone.')
  role?: CitationFilter['role'];
}
