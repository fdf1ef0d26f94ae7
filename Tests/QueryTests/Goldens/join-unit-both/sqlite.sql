WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", "visit"."day"
  FROM "district.visit" AS "visit"
)
SELECT "school_year"."unit", "school_year"."part", "s1"."number", "unit"."name" AS "unit_name"
FROM "district.school_year" AS "school_year"
JOIN "s1" ON "school_year"."unit" = "s1"."unit"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school_year"."unit"
WHERE "school_year"."year" = ?1
ORDER BY "school_year"."year" NULLS LAST, "school_year"."unit" NULLS LAST, "school_year"."part" COLLATE dudao_pinyin NULLS LAST, "s1"."day" NULLS LAST, "s1"."number" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024-2025")
