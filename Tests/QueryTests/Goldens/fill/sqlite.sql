SELECT coalesce("result"."score", ?1) AS "score", coalesce("result"."rate", ?2) AS "rate"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(0)
-- ?2 = integer(5000)
