import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './graphql-env.js';

/** Makes an operation of its text, with the types that the schema gives its variables and its answer. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; LocalDate: string };
}>();
