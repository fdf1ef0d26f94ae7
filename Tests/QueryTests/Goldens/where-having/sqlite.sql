WITH
"s1" AS (
  SELECT "school_year"."unit", sum("school_year"."pupils") AS "n"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."unit"
  HAVING sum("school_year"."pupils") > ?1
)
SELECT "s1"."unit", "s1"."n", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
ORDER BY "s1"."unit" NULLS LAST
-- ?1 = integer(700)
