SELECT "township"."population" AS "人口", "unit"."name"
FROM "district.township" AS "township"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "township"."code"
ORDER BY "unit"."order" NULLS LAST, "township"."code" COLLATE dudao_pinyin NULLS LAST
