WITH
"u1" AS (
  SELECT "school"."code", "unit"."name", NULL AS "等级", 0 AS "_side", row_number() OVER (ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  UNION ALL
  SELECT "重点学校"."代码" AS "code", NULL AS "name", "重点学校"."等级", 1 AS "_side", row_number() OVER (ORDER BY "重点学校"."_rid" NULLS LAST) AS "_n"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT "u1"."code", "u1"."name", "u1"."等级"
FROM "u1"
ORDER BY "u1"."_side" NULLS LAST, "u1"."_n" NULLS LAST
