WITH
"s1" AS (
  SELECT "unit2"."code", "unit2"."order"
  FROM "district.unit" AS "unit2"
)
SELECT "school"."code", "s1"."code" AS "unit_code"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "s1" ON "school"."code" = "s1"."code" AND 0
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST, "s1"."order" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST
