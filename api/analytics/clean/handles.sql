-- Whose portfolio stands at a handle: those that are public now. Old handles lead there as well.
-- From `exported`: the table's items, a line each, as DynamoDB exports them ({"Item": {"PK": {"S": ...}}}).
WITH items AS (
  SELECT
    json_text(line, '$.Item.PK.S') AS pk,
    json_text(line, '$.Item.SK.S') AS sk,
    json_text(line, '$.Item.tenantId.S') AS tenant_id
  FROM exported
  WHERE line LIKE '%"HANDLE%' OR line LIKE '%"PROFILE"%'
)
SELECT substr(claimed.pk, 8) AS handle, claimed.tenant_id
FROM items AS claimed
INNER JOIN items AS public_profile
  ON public_profile.pk = concat('PUBLIC#', claimed.tenant_id) AND public_profile.sk = 'PROFILE'
WHERE substr(claimed.pk, 1, 7) = 'HANDLE#' AND claimed.sk = 'HANDLE'
