WITH
"s1" AS (
  SELECT "school_year"."zone", sum("school_year"."pupils") FILTER (WHERE "school_year"."year" = ?1) AS "2023-2024学年_p", sum("school_year"."teachers") FILTER (WHERE "school_year"."year" = ?1) AS "2023-2024学年_t", sum("school_year"."pupils") FILTER (WHERE "school_year"."year" = ?2) AS "2024-2025学年_p", sum("school_year"."teachers") FILTER (WHERE "school_year"."year" = ?2) AS "2024-2025学年_t"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."zone"
)
SELECT "s1"."zone", "s1"."2023-2024学年_p", "s1"."2023-2024学年_t", "s1"."2024-2025学年_p", "s1"."2024-2025学年_t", "unit"."name" AS "zone_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."zone"
ORDER BY "s1"."zone" NULLS LAST
-- ?1 = text("2023-2024")
-- ?2 = text("2024-2025")
