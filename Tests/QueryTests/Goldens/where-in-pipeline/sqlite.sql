WITH
"s1" AS (
  SELECT "重点学校"."代码"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT "unit"."name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
WHERE "school"."code" IN (SELECT "s1"."代码" FROM "s1" WHERE "s1"."代码" IS NOT NULL)
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
