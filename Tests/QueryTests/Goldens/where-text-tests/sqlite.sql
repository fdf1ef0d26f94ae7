SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
WHERE dudao_contains("unit"."name", ?1) OR dudao_ends_with("unit"."name", ?2) OR dudao_matches("unit"."name", ?3)
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("小学")
-- ?2 = text("中学")
-- ?3 = text("^实.+学$")
