// How much of the shared nodes the star schema holds: guidelines are those that findings cite and apply, with those above them.
// columns: reviewers, items, guidelines
CALL () {
  MATCH (g:Guideline)
  WHERE EXISTS { (g)<-[:PART_OF*0..3]-(:Guideline)<-[:CITES|APPLIES]-(:Finding) }
  RETURN count(g) AS guidelines
}
RETURN COUNT { (:Reviewer) } AS reviewers, COUNT { (:Item) } AS items, guidelines
