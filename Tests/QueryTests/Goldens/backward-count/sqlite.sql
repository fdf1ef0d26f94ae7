WITH
"督导记录_by1" AS (
  SELECT "visit"."unit" AS "_key", count(*) FILTER (WHERE "visit"."term" = ?1) AS "value"
  FROM "district.visit" AS "visit"
  WHERE "visit"."unit" IS NOT NULL
  GROUP BY "visit"."unit"
)
SELECT "unit"."name", coalesce("督导记录_by1_row"."value", 0) AS "次数", coalesce("督导记录_by1_row"."value", 0) >= ?2 AS "够"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "督导记录_by1" AS "督导记录_by1_row" ON "督导记录_by1_row"."_key" = "school"."code"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024秋")
-- ?2 = integer(2)
