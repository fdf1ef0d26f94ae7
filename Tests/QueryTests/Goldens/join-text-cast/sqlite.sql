SELECT "school"."code" || ?1 || "school"."stage" || ?1 || coalesce("unit2"."name", "unit"."zone") || ?1 || CAST("school"."founded" AS TEXT) AS "t"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "unit"."zone"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("-")
