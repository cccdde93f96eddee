const VERBS = ['based', 'did not', 'found', 'relied', 'cited', 'used', 'stated', 'also based', 'has based'];

/** How a sentence begins that tells on what a party based its decision: "The Physician Reviewer based his/her …". */
export function openings(party: string): readonly string[] {
  return VERBS.map((verb) => `The ${party} ${verb} `);
}
