SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
WHERE "school"."stage" = ?1 AND coalesce("school"."founded" > ?2 * ?3, "school"."stage" = ?1 AND dudao_passed(0))
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("小学")
-- ?2 = integer(60)
-- ?3 = integer(30)
