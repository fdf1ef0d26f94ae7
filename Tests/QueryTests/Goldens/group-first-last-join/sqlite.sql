WITH
"s1" AS (
  SELECT "visit"."number", "visit"."unit", "visit"."seen", row_number() OVER (ORDER BY "visit"."day" DESC NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.visit" AS "visit"
),
"s2" AS (
  SELECT "s1"."unit", dudao_first("s1"."seen", "s1"."_n") AS "first", dudao_last("s1"."seen", "s1"."_n") AS "last", dudao_join_text("s1"."number", ?1, "s1"."_n") AS "all"
  FROM "s1"
  GROUP BY "s1"."unit"
)
SELECT "s2"."unit", "s2"."first", "s2"."last", "s2"."all", "unit"."name" AS "unit_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s2"."unit"
ORDER BY "s2"."unit" NULLS LAST
-- ?1 = text("/")
