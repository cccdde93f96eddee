// Which of these shared nodes are not there.
// params: nodes {reviewers [id], items [id], guidelines [id]}
// columns: id
// index: guideline_id
UNWIND $nodes.reviewers AS id
WITH id
WHERE NOT EXISTS { (:Reviewer {id: id}) }
RETURN id
UNION ALL
UNWIND $nodes.items AS id
WITH id
WHERE NOT EXISTS { (:Item {id: id}) }
RETURN id
UNION ALL
UNWIND $nodes.guidelines AS id
WITH id
WHERE NOT EXISTS { (:Guideline {id: id}) }
RETURN id
