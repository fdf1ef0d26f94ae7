SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
ORDER BY "unit"."name" COLLATE dudao_pinyin NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
