// How long cases took from assignment to decision, by year and priority; letters that do not print both days are left out.
// columns: decision_year, priority, cases, first_quartile, median, third_quartile (as of the view days_to_decision)
MATCH (c:Case)
WHERE c.dateAssigned IS NOT NULL AND c.decisionDate IS NOT NULL
WITH c.decisionDate.year AS decision_year, toUpper(c.priority) AS priority,
     duration.inDays(c.dateAssigned, c.decisionDate).days AS days
RETURN decision_year, priority, count(*) AS cases, percentileDisc(days, 0.25) AS first_quartile,
       percentileDisc(days, 0.5) AS median, percentileDisc(days, 0.75) AS third_quartile
ORDER BY decision_year, priority
