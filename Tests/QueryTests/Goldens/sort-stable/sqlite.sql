SELECT "school"."stage", "school"."boarding", "school"."code"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
ORDER BY "school"."boarding" DESC NULLS LAST, "school"."stage" COLLATE dudao_pinyin NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
