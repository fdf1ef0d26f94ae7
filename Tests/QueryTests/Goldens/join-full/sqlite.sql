WITH
"s1" AS (
  SELECT "school"."code", "school"."stage", row_number() OVER (ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
),
"s2" AS (
  SELECT "s1"."code", "s1"."stage", "s1"."_n"
  FROM "s1"
),
"s3" AS (
  SELECT "重点学校"."代码" AS "code", "重点学校"."等级", "重点学校"."_rid" AS "_o"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT coalesce("s2"."code", "s3"."code") AS "code", "s2"."stage", "s3"."等级"
FROM "s2"
FULL JOIN "s3" ON "s2"."code" = "s3"."code"
ORDER BY "s2"."_n" NULLS LAST, "s3"."_o" NULLS LAST
