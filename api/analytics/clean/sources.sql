-- Where requests came from: the site, and what was searched for where it is a search of ours. Who searched is no part.
SELECT
  referer,
  lower(extracted(address, '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:@]+)')) AS host,
  lower(squeezed(decoded(decoded(replace(extracted(address, '^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]+/search/?[?](?:[^#]*&)?q=([^&#]*)'), '+', ' '))))) AS term
FROM (
  SELECT referer, CASE WHEN position('://' IN referer) > 0 THEN referer ELSE decoded(referer) END AS address
  FROM (SELECT DISTINCT referer FROM requests) AS referers
) AS addressed
