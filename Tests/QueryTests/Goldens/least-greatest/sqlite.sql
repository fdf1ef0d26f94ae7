SELECT CASE WHEN "result"."score" <= ?1 THEN "result"."score" WHEN "result"."score" > ?1 THEN ?1 END AS "a", CASE WHEN "result"."score" * 100 >= "result"."rate" THEN "result"."score" * 100 WHEN "result"."score" * 100 < "result"."rate" THEN "result"."rate" END AS "b", coalesce("result"."score" / 100.0, "result"."real") AS "c"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(8000)
