WITH
"s1" AS (
  SELECT "unit"."zone" AS "unit_zone", "school"."stage" AS "unit_stage", count(DISTINCT "school_year"."unit") AS "校数", sum("school_year"."pupils") AS "学生", sum("school_year"."teachers") AS "教师"
  FROM "district.school_year" AS "school_year"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school_year"."unit"
  LEFT JOIN "district.school" AS "school" ON "school"."code" = "school_year"."unit"
  WHERE "school_year"."year" = ?1
  GROUP BY "unit"."zone", "school"."stage"
),
"total1" AS (
  SELECT "s1"."unit_zone", "s1"."unit_stage", "s1"."校数", "s1"."学生", "s1"."教师", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s1"."unit_zone" NULLS LAST, "s1"."unit_stage" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "s1"
  UNION ALL
  SELECT NULL AS "unit_zone", NULL AS "unit_stage", sum("s1"."校数") AS "校数", sum("s1"."学生") AS "学生", sum("s1"."教师") AS "教师", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s1"
)
SELECT "total1"."unit_zone", "total1"."unit_stage", "total1"."校数", "total1"."学生", "total1"."教师", "unit2"."name" AS "unit_zone_name", "total1"."_mark"
FROM "total1"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "total1"."unit_zone"
ORDER BY "total1"."_total" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
-- ?1 = text("2024-2025")
