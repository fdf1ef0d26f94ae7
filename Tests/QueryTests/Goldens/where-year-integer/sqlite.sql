SELECT "result"."unit", "result"."score", "unit"."name" AS "unit_name"
FROM "conduct.result" AS "result"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "result"."unit"
WHERE "result"."year" = ?1 AND ("result"."score" < ?2 OR "result"."score" IS NULL AND ("result"."year" = ?1 AND dudao_passed(0)))
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = text("2023")
-- ?2 = integer(7000)
