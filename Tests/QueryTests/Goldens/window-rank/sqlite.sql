SELECT "result"."unit", "result"."year", "result"."score", rank() OVER (PARTITION BY "result"."year" ORDER BY "result"."score" DESC NULLS LAST) AS "r", dense_rank() OVER (PARTITION BY "result"."year" ORDER BY "result"."score" DESC NULLS LAST) AS "d", "unit"."name" AS "unit_name"
FROM "conduct.result" AS "result"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "result"."unit"
ORDER BY "result"."_rid" NULLS LAST
