SELECT "unit"."name"
FROM "district.zone" AS "zone"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "zone"."code"
WHERE NOT EXISTS (SELECT 1 FROM "district.school" AS "school" LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "school"."code" WHERE "zone"."code" = "unit2"."zone")
ORDER BY "unit"."order" NULLS LAST, "zone"."code" COLLATE dudao_pinyin NULLS LAST
