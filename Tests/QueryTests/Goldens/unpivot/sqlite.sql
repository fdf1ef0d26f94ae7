WITH
"items1"("_i", "name") AS (VALUES
  (0, ?1),
  (1, ?2)
)
SELECT "school_year"."unit", "school_year"."part", "items1"."name", CASE WHEN "items1"."_i" = 0 THEN "school_year"."pupils" WHEN "items1"."_i" = 1 THEN "school_year"."teachers" END AS "value", "unit"."name" AS "unit_name"
FROM "district.school_year" AS "school_year"
JOIN "items1" ON 1
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school_year"."unit"
WHERE "school_year"."year" = ?3
ORDER BY "school_year"."year" NULLS LAST, "school_year"."unit" NULLS LAST, "school_year"."part" COLLATE dudao_pinyin NULLS LAST, "items1"."_i" NULLS LAST
-- ?1 = text("学生数")
-- ?2 = text("教师数")
-- ?3 = text("2024-2025")
