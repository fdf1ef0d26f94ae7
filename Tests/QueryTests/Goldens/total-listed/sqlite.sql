WITH
"s1" AS (
  SELECT "result"."unit", "result"."score", "result"."big", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
),
"total1" AS (
  SELECT "s1"."unit", "s1"."score", "s1"."big", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s1"."_o" NULLS LAST) AS "_n"
  FROM "s1"
  UNION ALL
  SELECT NULL AS "unit", sum("s1"."score") AS "score", NULL AS "big", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s1"
)
SELECT "total1"."unit", "total1"."score", "total1"."big", "unit"."name" AS "unit_name", "total1"."_mark"
FROM "total1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "total1"."unit"
ORDER BY "total1"."_total" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
