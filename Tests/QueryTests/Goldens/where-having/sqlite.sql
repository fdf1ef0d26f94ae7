WITH
"s2" AS (
  SELECT "school_year"."unit", sum("school_year"."pupils") AS "n"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."unit"
  HAVING sum("school_year"."pupils") > ?1
)
SELECT "s2"."unit", "s2"."n", "unit"."name" AS "unit_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s2"."unit"
ORDER BY "s2"."unit" NULLS LAST
-- ?1 = integer(700)
