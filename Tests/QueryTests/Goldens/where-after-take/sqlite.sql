WITH
"s2" AS (
  SELECT "school"."code", "unit"."name", "school"."stage", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  ORDER BY "unit"."name" COLLATE dudao_pinyin NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
  LIMIT ?1
)
SELECT "s2"."name"
FROM "s2"
WHERE "s2"."stage" = ?2
ORDER BY "s2"."name" COLLATE dudao_pinyin NULLS LAST, "s2"."_o" NULLS LAST, "s2"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(3)
-- ?2 = text("小学")
