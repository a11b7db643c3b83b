-- The twenty searches on this site that led to most views of each tenant.
SELECT tenant_id, name, title, views, visitors
FROM (
  SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY views DESC, visitors DESC, name) AS place
  FROM (
    SELECT tenant_id, term AS name, '' AS title, count(*) AS views, count(DISTINCT visitor) AS visitors
    FROM visits
    WHERE day = '{{day}}' AND term <> ''
    GROUP BY tenant_id, term
  ) AS counted
) AS ranked
WHERE place <= 20
ORDER BY tenant_id, place
