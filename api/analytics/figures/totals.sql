-- Views and visitors of each tenant.
SELECT tenant_id, count(*) AS views, count(DISTINCT visitor) AS visitors
FROM visits
WHERE day = '{{day}}'
GROUP BY tenant_id
ORDER BY tenant_id
