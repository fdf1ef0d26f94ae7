WITH
"s1" AS (
  SELECT "result"."unit", "result"."year", "result"."score", row_number() OVER (PARTITION BY "result"."year" ORDER BY "result"."score" NULLS LAST, "result"."_rid" NULLS LAST) AS "_n", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
)
SELECT "s1"."unit", "s1"."year", "s1"."score", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
WHERE "s1"."_n" <= ?1
ORDER BY "s1"."year" NULLS LAST, "s1"."score" NULLS LAST, "s1"."_o" NULLS LAST
-- ?1 = integer(1)
