SELECT "visit"."number", "visit"."unit", row_number() OVER (PARTITION BY "visit"."unit" ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "k", lag("visit"."number") OVER (PARTITION BY "visit"."unit" ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "before", count(*) OVER (PARTITION BY "visit"."unit" ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "so", "unit"."name" AS "unit_name"
FROM "district.visit" AS "visit"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "visit"."unit"
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST
