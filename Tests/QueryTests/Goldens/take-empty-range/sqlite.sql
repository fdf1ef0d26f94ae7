WITH
"s1" AS (
  SELECT "school"."code", "school"."stage", "school"."boarding", "school"."founded", "unit"."order" AS "_o"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
  ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
  LIMIT 0
),
"s2" AS (
  SELECT "school_year"."unit", "school_year"."year", "school_year"."pupils", "school_year"."teachers", max("school_year"."year") OVER (PARTITION BY "school_year"."unit") AS "latest"
  FROM "district.school_year" AS "school_year"
),
"school_computed1" AS (
  SELECT "s2"."unit" AS "_key", sum("s2"."pupils") AS "pupils", sum("s2"."teachers") AS "teachers"
  FROM "s2"
  WHERE "s2"."year" IS "s2"."latest"
  GROUP BY "s2"."unit"
)
SELECT "s1"."code", "unit2"."name", "unit2"."order", "unit2"."township", "unit2"."zone", "unit2"."parent", "unit2"."open_from", "unit2"."phone", "s1"."stage", "s1"."boarding", "s1"."founded", "school_computed1_row"."pupils", "school_computed1_row"."teachers", "unit3"."name" AS "township_name", "unit4"."name" AS "zone_name", "unit5"."name" AS "parent_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "s1"."code"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "s1"."code"
LEFT JOIN "district.unit" AS "unit3" ON "unit3"."code" = "unit2"."township"
LEFT JOIN "district.unit" AS "unit4" ON "unit4"."code" = "unit2"."zone"
LEFT JOIN "district.unit" AS "unit5" ON "unit5"."code" = "unit2"."parent"
ORDER BY "s1"."_o" NULLS LAST, "s1"."code" COLLATE dudao_pinyin NULLS LAST
