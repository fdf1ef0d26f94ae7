SELECT "result"."score" * ?1 AS "a", "result"."score" * ?1 + ?2 AS "b", ("result"."score" * ?1 + ?2) / ?3 AS "c"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(2)
-- ?2 = integer(100)
-- ?3 = integer(700)
