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
)
SELECT "school"."code", "school_computed1_row"."pupils", dudao_bin_units("school_computed1_row"."pupils", ?1) AS "bin"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "school"."code"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(200)
