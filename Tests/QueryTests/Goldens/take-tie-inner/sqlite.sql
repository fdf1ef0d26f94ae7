WITH
"s1" AS (
  SELECT "result"."unit", "result"."year", "result"."score", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
  ORDER BY "result"."score" NULLS LAST, "result"."_rid" NULLS LAST
  LIMIT ?1
)
SELECT "s1"."unit", "s1"."score", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
WHERE "s1"."year" = ?2
ORDER BY "s1"."score" NULLS LAST, "s1"."_o" NULLS LAST
-- ?1 = integer(2)
-- ?2 = text("2023")
