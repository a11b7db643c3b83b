-- The twenty countries with most views of each tenant.
SELECT tenant_id, name, title, views, visitors
FROM (
  SELECT *, row_number() OVER (PARTITION BY tenant_id ORDER BY views DESC, visitors DESC, name) AS place
  FROM (
    SELECT tenant_id, country AS name, '' AS title, count(*) AS views, count(DISTINCT visitor) AS visitors
    FROM visits
    WHERE day = '{{day}}' AND country <> ''
    GROUP BY tenant_id, country
  ) AS counted
) AS ranked
WHERE place <= 20
ORDER BY tenant_id, place
