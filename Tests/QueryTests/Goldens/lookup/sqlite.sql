WITH
"s1" AS (
  SELECT "visit"."number", "visit"."day"
  FROM "district.visit" AS "visit"
)
SELECT "finding"."number", "s1"."number" AS "visit_number", "s1"."day"
FROM "district.finding" AS "finding"
LEFT JOIN "s1" ON "finding"."visit" = "s1"."number"
ORDER BY "finding"."_rid" NULLS LAST, "s1"."day" NULLS LAST, "s1"."number" COLLATE dudao_pinyin NULLS LAST
