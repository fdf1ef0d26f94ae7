WITH
"s1" AS (
  SELECT "重点学校"."代码", "重点学校"."等级", "重点学校"."_rid" AS "_o"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT "school"."code", "unit"."name", "s1"."代码", "s1"."等级"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "s1" ON "school"."code" = "s1"."代码"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST, "s1"."_o" NULLS LAST
