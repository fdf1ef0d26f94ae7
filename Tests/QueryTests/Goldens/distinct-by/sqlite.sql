WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", "visit"."day", row_number() OVER (PARTITION BY "visit"."unit" ORDER BY "visit"."day" DESC NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.visit" AS "visit"
)
SELECT "s1"."number", "s1"."unit", "s1"."day", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
WHERE "s1"."_n" = 1
ORDER BY "s1"."day" DESC NULLS LAST, "s1"."number" COLLATE dudao_pinyin NULLS LAST
