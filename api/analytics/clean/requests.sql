-- What was answered on the day with a page, as far as its address may be a portfolio's. From `access`: CloudFront's log,
-- a text each field, named as in its Parquet files.
SELECT
  access.time AS clock,
  access.c_ip AS address,
  access.cs_user_agent AS agent,
  access.c_country AS country,
  access.cs_uri_stem AS stem,
  access.cs_referer AS referer,
  access.x_host_header AS own_host
FROM access
WHERE access.date = '{{day}}'
  AND access.cs_method = 'GET'
  AND access.sc_status IN ('200', '304')
  AND substr(access.cs_uri_stem, 1, 2) IN ('/@', '/%')
  AND length(access.cs_user_agent) > 1
