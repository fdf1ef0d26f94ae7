SELECT count("unit"."phone") AS "n", max("unit"."phone" COLLATE dudao_pinyin) AS "m"
FROM "district.unit" AS "unit"
