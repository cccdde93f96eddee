import { visit, type ASTNode } from 'graphql';

/**
 * Names of the variables in a part of a document.
 * @param inArguments only those within arguments of these names; left out: all
 */
export function variablesIn(part: ASTNode, inArguments?: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  visit(part, {
    VariableDefinition: () => false,
    Argument: ({ name }) => (inArguments?.has(name.value) === false ? false : undefined),
    Variable: ({ name }) => {
      found.add(name.value);
    },
  });
  return found;
}
