WITH
"s1" AS (
  SELECT "school_year"."zone", sum("school_year"."pupils") AS "n", CAST(sum("school_year"."pupils") AS REAL) / CAST(sum(sum("school_year"."pupils")) OVER () AS REAL) AS "s"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."zone"
)
SELECT "s1"."zone", "s1"."n", "s1"."s", "unit"."name" AS "zone_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."zone"
ORDER BY "s1"."zone" NULLS LAST
