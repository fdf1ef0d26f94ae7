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
SELECT "visit"."number", "school_computed1_row"."pupils" AS "unit_pupils", "school"."stage" AS "unit_stage"
FROM "district.visit" AS "visit"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "visit"."unit"
LEFT JOIN "district.school" AS "school" ON "school"."code" = "visit"."unit"
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST
