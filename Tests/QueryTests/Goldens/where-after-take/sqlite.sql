WITH
"s1" AS (
  SELECT "school"."code", "unit"."name", "school"."stage", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  ORDER BY "unit"."name" COLLATE dudao_pinyin NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
  LIMIT ?1
)
SELECT "s1"."name"
FROM "s1"
WHERE "s1"."stage" = ?2
ORDER BY "s1"."name" COLLATE dudao_pinyin NULLS LAST, "s1"."_o" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(3)
-- ?2 = text("小学")
