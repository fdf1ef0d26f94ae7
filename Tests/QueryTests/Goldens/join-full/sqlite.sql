WITH
"s1" AS (
  SELECT "school"."code", "school"."stage", row_number() OVER (ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
),
"s2" AS (
  SELECT "重点学校"."代码" AS "code", "重点学校"."等级", "重点学校"."_rid" AS "_o"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT coalesce("s1"."code", "s2"."code") AS "code", "s1"."stage", "s2"."等级"
FROM "s1"
FULL JOIN "s2" ON "s1"."code" = "s2"."code"
ORDER BY "s1"."_n" NULLS LAST, "s2"."_o" NULLS LAST
