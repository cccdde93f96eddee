// Pairs of guidelines of which one party cites the one, and the same or another party the other, in one finding: how many findings, and
// how many were upheld. A finding counts once a pair. What cites a guideline cites those above it; what names it only as silent
// does not. Beside the pairs come what they are counted out of: with no second guideline all findings that cite the first, with
// no first those that cite the second, with neither all that pass. Pairs of fewer findings than the least do not come.
// Of one party: each pair once, and no pair of a guideline with itself or one above it. In place: without what both parties cite.
// Grows with the findings that pass, times the pairs of each: most cite one to three guidelines of a level.
// params: role, level, withRole, withLevel, inPlace, minFindings, filter {conditions (of parts/finding-passes)}
// columns: guidelineId, withGuidelineId, findings, upheld
MATCH (f:Finding)
WITH f, $filter.conditions AS conditions
WHERE
  // include parts/finding-passes
WITH f.decision AS decision, COLLECT {
  MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
  WHERE cites.role = $role AND g.level = $level AND NOT coalesce(cites.silent, false)
  RETURN DISTINCT g.id
} AS cited, COLLECT {
  MATCH (f)-[cites:CITES]->(:Guideline)-[:PART_OF*0..2]->(g:Guideline)
  WHERE cites.role = $withRole AND g.level = $withLevel AND NOT coalesce(cites.silent, false)
  RETURN DISTINCT g.id
} AS citedWith
WITH decision,
     CASE WHEN $inPlace THEN [id IN cited WHERE NOT id IN citedWith] ELSE cited END AS ones,
     CASE WHEN $inPlace THEN [id IN citedWith WHERE NOT id IN cited] ELSE citedWith END AS others
UNWIND [[null, null]] + [one IN ones | [one, null]] + [other IN others | [null, other]]
  + reduce(pairs = [], one IN ones | pairs + [other IN others
    WHERE $role <> $withRole
      OR $level = $withLevel AND one < other
      // The id of a guideline begins with those of the guidelines above it.
      OR $level <> $withLevel AND NOT other STARTS WITH one + ' > ' AND NOT one STARTS WITH other + ' > '
    | [one, other]]) AS pair
WITH pair[0] AS guidelineId, pair[1] AS withGuidelineId,
     count(*) AS findings, count(CASE decision WHEN 'UPHELD' THEN 1 END) AS upheld
WHERE guidelineId IS NULL OR withGuidelineId IS NULL OR findings >= $minFindings
RETURN guidelineId, withGuidelineId, findings, upheld
