SELECT dudao_round_units("result"."score", 1) AS "a", dudao_round_units("result"."score", 2) AS "b", dudao_round_real("result"."real", ?1) AS "c", dudao_floor_units("result"."score", 2) AS "d", dudao_ceil_units("result"."score", 2) AS "e", dudao_round_units("result"."score", 3) * 10 AS "f", abs("result"."real") AS "g"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(2)
