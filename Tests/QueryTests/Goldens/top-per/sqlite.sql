WITH
"s1" AS (
  SELECT "school_year"."unit", "school_year"."year", "school_year"."pupils", max("school_year"."year") OVER (PARTITION BY "school_year"."unit") AS "latest"
  FROM "district.school_year" AS "school_year"
),
"school_computed1" AS (
  SELECT "s1"."unit" AS "_key", sum("s1"."pupils") AS "pupils"
  FROM "s1"
  WHERE "s1"."year" IS "s1"."latest"
  GROUP BY "s1"."unit"
),
"s2" AS (
  SELECT "school"."code", "unit"."zone", "school_computed1_row"."pupils", row_number() OVER (PARTITION BY "unit"."zone" ORDER BY "school_computed1_row"."pupils" DESC NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST) AS "_n", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "school"."code"
)
SELECT "s2"."zone", "unit2"."name", "s2"."pupils", "unit3"."name" AS "zone_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "s2"."code"
LEFT JOIN "district.unit" AS "unit3" ON "unit3"."code" = "s2"."zone"
WHERE "s2"."_n" <= ?1
ORDER BY "s2"."zone" NULLS LAST, "s2"."pupils" DESC NULLS LAST, "s2"."_o" NULLS LAST, "s2"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(1)
