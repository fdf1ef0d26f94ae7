WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", "visit"."day"
  FROM "district.visit" AS "visit"
)
SELECT "unit"."name", "s1"."number", "s1"."day"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
JOIN "s1" ON "school"."code" = "s1"."unit"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST, "s1"."day" NULLS LAST, "s1"."number" COLLATE dudao_pinyin NULLS LAST
