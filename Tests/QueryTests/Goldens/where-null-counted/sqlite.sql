SELECT "result"."unit", "result"."year", "result"."score", "result"."rate", "result"."big", "result"."real", "unit"."name" AS "unit_name"
FROM "conduct.result" AS "result"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "result"."unit"
WHERE "result"."score" < ?1 OR "result"."score" IS NULL AND dudao_passed(0)
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = integer(8000)
