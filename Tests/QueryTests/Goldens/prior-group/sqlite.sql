WITH
"s1" AS (
  SELECT "school_year"."unit", "school_year"."year", sum("school_year"."pupils") AS "n"
  FROM "district.school_year" AS "school_year"
  WHERE "school_year"."year" = ?1 AND "school_year"."pupils" > ?2
  GROUP BY "school_year"."unit", "school_year"."year"
),
"s2" AS (
  SELECT "school_year2"."unit", "school_year2"."year", sum("school_year2"."pupils") AS "n"
  FROM "district.school_year" AS "school_year2"
  WHERE "school_year2"."pupils" > ?2
  GROUP BY "school_year2"."unit", "school_year2"."year"
),
"prior1" AS (
  SELECT dudao_only_prior("s2"."n") AS "v1", "s2"."unit" AS "k1", "s2"."year" AS "p"
  FROM "s2"
  GROUP BY "s2"."unit", "s2"."year"
)
SELECT "s1"."unit", "s1"."year", "s1"."n", "prior1"."v1" AS "before", dudao_exact("s1"."n" - "prior1"."v1") AS "more", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "prior1" ON "prior1"."k1" IS "s1"."unit" AND "prior1"."p" = dudao_period_before("s1"."year")
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
ORDER BY "s1"."unit" NULLS LAST, "s1"."year" NULLS LAST
-- ?1 = text("2024-2025")
-- ?2 = integer(100)
