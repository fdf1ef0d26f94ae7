WITH
"s1" AS (
  SELECT "result"."unit", "result"."score", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
  ORDER BY "result"."score" NULLS LAST, "result"."_rid" NULLS LAST
  LIMIT 2
)
SELECT "s1"."unit", "s1"."score", "unit"."name" AS "unit_name", "s1"."score" AS "_key1"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
ORDER BY "s1"."score" NULLS LAST, "s1"."_o" NULLS LAST
