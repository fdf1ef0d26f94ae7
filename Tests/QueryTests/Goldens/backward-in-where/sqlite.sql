WITH
"finding_by1" AS (
  SELECT "finding"."unit" AS "_key", count(*) FILTER (WHERE "finding"."status" IS NOT ?1) AS "value"
  FROM "district.finding" AS "finding"
  WHERE "finding"."unit" IS NOT NULL
  GROUP BY "finding"."unit"
)
SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "finding_by1" AS "finding_by1_row" ON "finding_by1_row"."_key" = "school"."code"
WHERE coalesce("finding_by1_row"."value", 0) > ?2
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("已销号")
-- ?2 = integer(0)
