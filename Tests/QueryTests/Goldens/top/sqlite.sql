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
SELECT "unit"."name", "school_computed1_row"."pupils", "school_computed1_row"."pupils" AS "_key1"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "school"."code"
ORDER BY "school_computed1_row"."pupils" DESC NULLS LAST, "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
LIMIT 3
