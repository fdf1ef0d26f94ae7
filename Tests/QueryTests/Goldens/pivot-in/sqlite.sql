WITH
"s2" AS (
  SELECT "school_year"."zone", sum("school_year"."pupils") FILTER (WHERE "school_year"."year" = ?1) AS "2023-2024学年_p", sum("school_year"."teachers") FILTER (WHERE "school_year"."year" = ?1) AS "2023-2024学年_t", sum("school_year"."pupils") FILTER (WHERE "school_year"."year" = ?2) AS "2024-2025学年_p", sum("school_year"."teachers") FILTER (WHERE "school_year"."year" = ?2) AS "2024-2025学年_t"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."zone"
)
SELECT "s2"."zone", "s2"."2023-2024学年_p", "s2"."2023-2024学年_t", "s2"."2024-2025学年_p", "s2"."2024-2025学年_t", "unit"."name" AS "zone_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s2"."zone"
ORDER BY "s2"."zone" NULLS LAST
-- ?1 = text("2023-2024")
-- ?2 = text("2024-2025")
