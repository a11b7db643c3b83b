-- Which addresses are pages of portfolios, and whose. CloudFront encodes what was encoded already, so it is read twice.
SELECT
  stem,
  path,
  extracted(path, '^/@([a-z0-9-]{3,64})/') AS handle,
  extracted(path, '^/@[a-z0-9-]+/([^/]+)/$') AS slug
FROM (
  SELECT stem, decoded(once) AS path
  FROM (SELECT stem, decoded(stem) AS once FROM (SELECT DISTINCT stem FROM requests) AS stems) AS read_once
) AS read_twice
WHERE matching(path, '^/@[a-z0-9-]{3,64}/(.*/)?$')
