WITH
"visit_by1" AS (
  SELECT "visit"."unit" AS "_key", max("visit"."day") AS "value"
  FROM "district.visit" AS "visit"
  WHERE "visit"."unit" IS NOT NULL
  GROUP BY "visit"."unit"
)
SELECT "unit"."name", "visit_by1_row"."value" AS "last"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "visit_by1" AS "visit_by1_row" ON "visit_by1_row"."_key" = "school"."code"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
