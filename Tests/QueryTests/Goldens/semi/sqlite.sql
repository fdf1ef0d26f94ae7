SELECT "unit"."name"
FROM "district.township" AS "township"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "township"."code"
WHERE EXISTS (SELECT 1 FROM "district.school" AS "school" LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "school"."code" WHERE "school"."stage" = ?1 AND "township"."code" = "unit2"."township")
ORDER BY "unit"."order" NULLS LAST, "township"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("小学")
