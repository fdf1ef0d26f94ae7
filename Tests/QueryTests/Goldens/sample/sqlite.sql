WITH
"s1" AS (
  SELECT "school"."code", row_number() OVER (ORDER BY dudao_sample_hash(?1, "school"."code") NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
)
SELECT "s1"."code"
FROM "s1"
WHERE "s1"."_n" <= ?2
ORDER BY "s1"."_o" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024")
-- ?2 = integer(2)
