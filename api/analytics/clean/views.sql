-- Pages of portfolios that were answered on the day, with what is needed of the request. From `access`: CloudFront's log,
-- a text each field, named as in its Parquet files.
SELECT
  extracted(path, '^/@([a-z0-9-]{3,64})/') AS handle,
  extracted(path, '^/@[a-z0-9-]+/([^/]+)/$') AS slug,
  path,
  TRY_CAST(substr(clock, 1, 2) AS integer) * 3600 + TRY_CAST(substr(clock, 4, 2) AS integer) * 60
    + TRY_CAST(substr(clock, 7, 2) AS integer) AS second_of_day,
  digest(concat('{{salt}}', '|', address, '|', agent)) AS visitor,
  country,
  referer,
  own_host
FROM (
  SELECT
    decoded(decoded(access.cs_uri_stem)) AS path,
    access.time AS clock,
    access.c_ip AS address,
    access.cs_user_agent AS agent,
    CASE WHEN matching(access.c_country, '^[A-Z]{2}$') THEN access.c_country ELSE '' END AS country,
    CASE WHEN position('://' IN access.cs_referer) > 0 THEN access.cs_referer ELSE decoded(access.cs_referer) END AS referer,
    lower(extracted(access.x_host_header, '^([^:]+)')) AS own_host
  FROM access
  WHERE access.date = '{{day}}'
    AND access.cs_method = 'GET'
    AND access.sc_status IN ('200', '304')
    AND substr(access.cs_uri_stem, 1, 2) IN ('/@', '/%')
) AS answered
WHERE matching(path, '^/@[a-z0-9-]{3,64}/(.*/)?$')
  AND matching(clock, '^[0-9]{2}:[0-9]{2}:[0-9]{2}$')
  AND length(agent) > 1
  AND NOT is_bot(decoded(agent))
