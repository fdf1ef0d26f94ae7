SELECT "school"."code", "school"."founded", "school"."founded" AS "_key1"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
ORDER BY "school"."founded" DESC NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
LIMIT 3
OFFSET 1
