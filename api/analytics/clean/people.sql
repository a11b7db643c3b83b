-- Names of browsers that somebody may sit at.
SELECT agent
FROM (SELECT agent, decoded(agent) AS name FROM (SELECT DISTINCT agent FROM requests) AS agents) AS named
WHERE NOT is_bot(name)
