// How common items and guidelines are: the findings of the whole graph (of: FINDINGS), and of each item; the citations of each
// guideline and of what is below it, of which so many nodes are counted at most, and of the guideline alone. All are numbers that
// nodes keep of their relationships.
// params: seed {items (ids), guidelines (ids), mostBelow}
// columns: of (FINDINGS, ITEM, GUIDELINE), id, count, alone
// index: guideline_id
CALL () {
  MATCH (f:Finding)
  RETURN 'FINDINGS' AS of, null AS id, count(f) AS count, null AS alone
  UNION ALL
  MATCH (i:Item)
  WHERE i.id IN $seed.items
  RETURN 'ITEM' AS of, i.id AS id, COUNT { (i)<-[:DECIDES]-() } AS count, null AS alone
  UNION ALL
  MATCH (g:Guideline)
  WHERE g.id IN $seed.guidelines
  CALL (g) {
    MATCH (g)<-[:PART_OF*0..2]-(below:Guideline WHERE below.level <> 'CRITERION')
    WITH below
    LIMIT $seed.mostBelow
    RETURN sum(COUNT { (below)<-[:CITES]-() }) AS count
  }
  RETURN 'GUIDELINE' AS of, g.id AS id, count, COUNT { (g)<-[:CITES]-() } AS alone
}
RETURN of, id, count, alone
