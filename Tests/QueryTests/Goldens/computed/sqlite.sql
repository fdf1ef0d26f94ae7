WITH
"s1" AS (
  SELECT "school_year"."unit", "school_year"."year", "school_year"."pupils", "school_year"."teachers", max("school_year"."year") OVER (PARTITION BY "school_year"."unit") AS "latest"
  FROM "district.school_year" AS "school_year"
),
"school_computed1" AS (
  SELECT "s1"."unit" AS "_key", sum("s1"."pupils") AS "pupils", sum("s1"."teachers") AS "teachers"
  FROM "s1"
  WHERE "s1"."year" IS "s1"."latest"
  GROUP BY "s1"."unit"
)
SELECT "unit"."name", "school_computed1_row"."pupils"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "school"."code"
WHERE "school_computed1_row"."teachers" IS NULL
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
