SELECT "result"."score", dudao_bin_units("result"."score", ?1) AS "bin"
FROM "conduct.result" AS "result"
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(250)
