WITH
"s2" AS (
  SELECT "result"."unit", "result"."year", "result"."score", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
  ORDER BY "result"."score" NULLS LAST, "result"."_rid" NULLS LAST
  LIMIT ?1
)
SELECT "s2"."unit", "s2"."score", "unit"."name" AS "unit_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s2"."unit"
WHERE "s2"."year" = ?2
ORDER BY "s2"."score" NULLS LAST, "s2"."_o" NULLS LAST
-- ?1 = integer(2)
-- ?2 = text("2023")
