WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", "visit"."term", "visit"."day", row_number() OVER (ORDER BY "visit"."day" DESC NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.visit" AS "visit"
)
SELECT "s1"."number", dudao_first("s1"."number", "s1"."_n") OVER (PARTITION BY "s1"."unit") AS "f", dudao_count_distinct("s1"."term") OVER (PARTITION BY "s1"."unit") AS "d"
FROM "s1"
ORDER BY "s1"."day" NULLS LAST, "s1"."number" COLLATE dudao_pinyin NULLS LAST
