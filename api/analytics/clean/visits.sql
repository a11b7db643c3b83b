-- What is kept of a day's views. A view of the same page by the same visitor within 30 minutes of the one before is a
-- refresh. No address, no name of a browser, no path: the visitor is a hash whose salt nobody keeps.
SELECT
  handles.tenant_id,
  coalesce(works.project_id, '') AS project_id,
  coalesce(works.title, '') AS title,
  viewed.visitor,
  viewed.country,
  CASE WHEN viewed.host = viewed.own_host OR length(viewed.host) > 100 OR NOT matching(viewed.host, '^[a-z0-9-]+([.][a-z0-9-]+)*[.][a-z]([a-z0-9-]*[a-z0-9])?$')
    THEN '' ELSE regexp_replace(viewed.host, '^www[.]', '') END AS referrer,
  CASE WHEN viewed.host <> viewed.own_host OR length(viewed.term) > 80 OR position('@' IN viewed.term) > 0
    OR matching(viewed.term, '[0-9]([ ()./-]*[0-9]){6}')
    THEN '' ELSE viewed.term END AS term
FROM (
  SELECT
    handle,
    slug,
    visitor,
    country,
    own_host,
    host,
    term,
    second_of_day - lag(second_of_day) OVER (PARTITION BY visitor, path ORDER BY second_of_day) AS since
  FROM views
) AS viewed
INNER JOIN handles ON handles.handle = viewed.handle
LEFT JOIN works ON works.tenant_id = handles.tenant_id AND works.slug = viewed.slug
WHERE viewed.since IS NULL OR viewed.since > 1800
