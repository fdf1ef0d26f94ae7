WITH
"$c" AS (
  SELECT "school"."code", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  WHERE "school"."stage" = ?1 AND EXISTS (SELECT 1 FROM "district.school" AS "school2" WHERE "school2"."stage" = ?1 AND "school"."code" = "school2"."code") AND EXISTS (SELECT 1 FROM "district.school" AS "school3" WHERE "school3"."stage" = ?1 AND EXISTS (SELECT 1 FROM "district.school" AS "school4" WHERE "school4"."stage" = ?1 AND "school3"."code" = "school4"."code") AND "school"."code" = "school3"."code")
),
"s1" AS (
  SELECT "$c_row5"."code", "$c_row5"."_o"
  FROM "$c" AS "$c_row5"
  WHERE EXISTS (SELECT 1 FROM "$c" AS "$c_row6" WHERE "$c_row5"."code" = "$c_row6"."code")
  ORDER BY "$c_row5"."_o" NULLS LAST, "$c_row5"."code" COLLATE dudao_pinyin NULLS LAST
  LIMIT ?2
),
"u1" AS (
  SELECT "$c_row"."code", "unit5"."name", "unit5"."zone", 0 AS "_side", row_number() OVER (ORDER BY "$c_row"."_o" NULLS LAST, "$c_row"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "$c" AS "$c_row"
  LEFT JOIN "district.unit" AS "unit5" ON "unit5"."code" = "$c_row"."code"
  WHERE EXISTS (SELECT 1 FROM "$c" AS "$c_row2" WHERE "$c_row"."code" = "$c_row2"."code") AND EXISTS (SELECT 1 FROM "$c" AS "$c_row3" WHERE EXISTS (SELECT 1 FROM "$c" AS "$c_row4" WHERE "$c_row3"."code" = "$c_row4"."code") AND "$c_row"."code" = "$c_row3"."code")
  UNION ALL
  SELECT "s1"."code", "unit6"."name", "unit6"."zone", 1 AS "_side", row_number() OVER (ORDER BY "s1"."_o" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "s1"
  LEFT JOIN "district.unit" AS "unit6" ON "unit6"."code" = "s1"."code"
)
SELECT "u1"."code", "u1"."name", "u1"."zone", "unit7"."name" AS "zone_name"
FROM "u1"
LEFT JOIN "district.unit" AS "unit7" ON "unit7"."code" = "u1"."zone"
ORDER BY "u1"."_side" NULLS LAST, "u1"."_n" NULLS LAST
-- ?1 = text("小学")
-- ?2 = integer(1)
