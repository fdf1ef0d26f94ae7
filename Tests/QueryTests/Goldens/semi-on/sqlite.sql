SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
WHERE EXISTS (SELECT 1 FROM "district.finding" AS "finding" WHERE "school"."code" = "finding"."unit" AND "finding"."category" = ?1)
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("安全")
