WITH
"t1"("_rid", "stage") AS (VALUES
  (1, ?1)
)
SELECT "school"."stage"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
WHERE EXISTS (SELECT 1 FROM "t1" WHERE "school"."stage" = "t1"."stage")
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("小学")
