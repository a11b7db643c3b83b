-- Which public work stands at a slug of a tenant, under old slugs as well.
WITH items AS (
  SELECT
    substr(json_text(line, '$.Item.PK.S'), 8) AS tenant_id,
    json_text(line, '$.Item.SK.S') AS sk,
    json_text(line, '$.Item.entityId.S') AS entity_id,
    json_text(line, '$.Item.to.S') AS moved_to,
    json_text(line, '$.Item.card.M.title.S') AS title
  FROM exported
  WHERE line LIKE '%"PUBLIC#%' AND substr(json_text(line, '$.Item.PK.S'), 1, 7) = 'PUBLIC#'
),
heads AS (
  SELECT tenant_id, substr(sk, 9) AS slug, entity_id AS project_id, coalesce(title, '') AS title
  FROM items
  WHERE matching(sk, '^PROJECT#[^#]+$') AND entity_id IS NOT NULL
)
SELECT tenant_id, slug, project_id, title
FROM heads
UNION ALL
SELECT items.tenant_id, substr(items.sk, 10) AS slug, heads.project_id, heads.title
FROM items
INNER JOIN heads ON heads.tenant_id = items.tenant_id AND heads.project_id = items.moved_to
WHERE substr(items.sk, 1, 9) = 'REDIRECT#'
