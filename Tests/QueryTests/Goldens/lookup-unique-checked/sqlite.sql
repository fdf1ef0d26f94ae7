WITH
"s1" AS (
  SELECT "重点学校"."代码", "重点学校"."等级", "重点学校"."_rid" AS "_o"
  FROM "saved.重点学校" AS "重点学校"
),
"r1" AS (
  SELECT "s1"."_o", "s1"."代码", "s1"."等级", count(*) OVER (PARTITION BY "s1"."代码") AS "_count"
  FROM "s1"
)
SELECT "visit"."number", "r1"."等级"
FROM "district.visit" AS "visit"
LEFT JOIN "r1" ON "visit"."unit" = "r1"."代码" AND CASE WHEN "visit"."unit" = "r1"."代码" THEN dudao_check_lookup("r1"."_count", "r1"."代码") END
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST, "r1"."_o" NULLS LAST
