-- Pages of portfolios that people were answered with. The visitor is a hash with a salt that nobody keeps.
SELECT
  pages.handle,
  pages.slug,
  pages.path,
  TRY_CAST(substr(requests.clock, 1, 2) AS integer) * 3600 + TRY_CAST(substr(requests.clock, 4, 2) AS integer) * 60
    + TRY_CAST(substr(requests.clock, 7, 2) AS integer) AS second_of_day,
  digest(concat('{{salt}}', '|', requests.address, '|', requests.agent)) AS visitor,
  CASE WHEN matching(requests.country, '^[A-Z]{2}$') THEN requests.country ELSE '' END AS country,
  coalesce(sources.host, '') AS host,
  coalesce(sources.term, '') AS term,
  lower(extracted(requests.own_host, '^([^:]+)')) AS own_host
FROM requests
INNER JOIN pages ON pages.stem = requests.stem
INNER JOIN people ON people.agent = requests.agent
LEFT JOIN sources ON sources.referer = requests.referer
WHERE matching(requests.clock, '^[0-9]{2}:[0-9]{2}:[0-9]{2}$')
