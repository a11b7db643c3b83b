-- The twenty works of each tenant with most views.
SELECT tenant_id, name, title, views, visitors
FROM (
  SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY views DESC, visitors DESC, name) AS place
  FROM (
    SELECT tenant_id, project_id AS name, max(substr(title, 1, 100)) AS title, count(*) AS views, count(DISTINCT visitor) AS visitors
    FROM visits
    WHERE day = '{{day}}' AND project_id <> ''
    GROUP BY tenant_id, project_id
  ) AS counted
) AS ranked
WHERE place <= 20
ORDER BY tenant_id, place
