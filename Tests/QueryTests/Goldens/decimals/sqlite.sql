SELECT "result"."score" + ?1 AS "a", "result"."score" * "result"."score" AS "b", CAST("result"."score" AS REAL) / ?2 AS "c", "result"."score" * 10 - ?3 AS "d", dudao_exact("result"."rate" + ?4) AS "e", "result"."score" * ?5 AS "f", "result"."score" % ?6 AS "g", -"result"."score" / ?7 AS "h"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(100)
-- ?2 = integer(300)
-- ?3 = integer(5)
-- ?4 = integer(500)
-- ?5 = integer(10)
-- ?6 = integer(700)
-- ?7 = integer(1000)
