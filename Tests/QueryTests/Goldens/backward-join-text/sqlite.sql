WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", row_number() OVER (ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.visit" AS "visit"
),
"visit_by1" AS (
  SELECT "s1"."unit" AS "_key", dudao_join_text("s1"."number", ?1, "s1"."_n") AS "value"
  FROM "s1"
  WHERE "s1"."unit" IS NOT NULL
  GROUP BY "s1"."unit"
)
SELECT "school"."code", "visit_by1_row"."value" AS "v"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "visit_by1" AS "visit_by1_row" ON "visit_by1_row"."_key" = "school"."code"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("、")
