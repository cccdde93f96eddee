/**
 * What a transaction that only reads could still do to others: end theirs, make the server fetch what it alone can reach, throw away
 * what it has prepared. Everything else that changes anything Neo4j refuses itself, for the transaction is one for reading.
 *
 * Whoever wants to hide words from this could hide them in comments and quotes, so it looks for words wherever they stand, in texts too:
 * that refuses a harmless statement once in a while, and lets no other pass. Each pattern is read through in one go, however long
 * the statement.
 */
const REFUSALS: readonly { readonly words: readonly RegExp[]; readonly reason: string }[] = [
  { words: [/terminate/i, /transaction/i], reason: 'ending the transactions of others' },
  { words: [/load/i, /csv/i], reason: 'LOAD CSV' },
  {
    words: [/kill(?:connection|quer|transaction)|checkpoint|setconfig/i],
    reason: 'procedures that steer the server',
  },
  {
    words: [/clearquerycaches|prepareforreplanning|resample(?:outdated)?index/i],
    reason: 'procedures that steer the planner',
  },
];

/** Why a statement is refused; undefined when it may be run for reading. */
export function reasonToRefuse(statement: string): string | undefined {
  const forms = [statement, withoutEscapes(statement)];
  return REFUSALS.find(({ words }) => forms.some((form) => words.every((word) => word.test(form))))?.reason;
}

/** A statement that fails, and whose error tells people why: so Neo4j goes on as after any error. */
export function failingStatement(reason: string): string {
  return `RETURN $\`This is for reading; it does not offer ${reason}.\``;
}

/** Neo4j reads `\u0041` as the letter A, in keywords too. */
function withoutEscapes(statement: string): string {
  return statement.replace(/\\u+([\da-f]{4})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
