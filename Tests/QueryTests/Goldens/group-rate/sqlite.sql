WITH
"s1" AS (
  SELECT "school_year"."year", sum("school_year"."pupils") AS "p", sum("school_year"."teachers") AS "t", CAST(sum("school_year"."pupils") AS REAL) / sum("school_year"."teachers") AS "ratio"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."year"
),
"total1" AS (
  SELECT "s1"."year", "s1"."p", "s1"."t", "s1"."ratio", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s1"."year" NULLS LAST) AS "_n"
  FROM "s1"
  UNION ALL
  SELECT NULL AS "year", sum("s1"."p") AS "p", sum("s1"."t") AS "t", CAST(sum("s1"."p") AS REAL) / sum("s1"."t") AS "ratio", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s1"
)
SELECT "total1"."year", "total1"."p", "total1"."t", "total1"."ratio", "total1"."_mark"
FROM "total1"
ORDER BY "total1"."_total" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
