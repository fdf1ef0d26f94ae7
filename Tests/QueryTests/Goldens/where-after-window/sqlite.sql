WITH
"s1" AS (
  SELECT "school"."code", "school"."founded", count(*) OVER (PARTITION BY "unit"."zone") AS "n", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
)
SELECT "unit2"."name", "s1"."n"
FROM "s1"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "s1"."code"
WHERE "s1"."founded" > ?1 OR "s1"."founded" IS NULL AND dudao_passed(0)
ORDER BY "s1"."_o" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(1900)
