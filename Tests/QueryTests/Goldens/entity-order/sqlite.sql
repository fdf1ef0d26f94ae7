SELECT "unit"."code"
FROM "district.unit" AS "unit"
ORDER BY "unit"."order" NULLS LAST, "unit"."code" COLLATE dudao_pinyin NULLS LAST
