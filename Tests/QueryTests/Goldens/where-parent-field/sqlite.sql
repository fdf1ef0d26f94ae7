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
SELECT "school"."code", "unit"."name", "unit"."order", "unit"."township", "unit"."zone", "unit"."parent", "unit"."open_from", "unit"."phone", "school"."stage", "school"."boarding", "school"."founded", "school_computed1_row"."pupils", "school_computed1_row"."teachers", "unit2"."name" AS "township_name", "unit3"."name" AS "zone_name", "unit4"."name" AS "parent_name"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "unit"."township"
LEFT JOIN "school_computed1" AS "school_computed1_row" ON "school_computed1_row"."_key" = "school"."code"
LEFT JOIN "district.unit" AS "unit3" ON "unit3"."code" = "unit"."zone"
LEFT JOIN "district.unit" AS "unit4" ON "unit4"."code" = "unit"."parent"
WHERE "unit2"."name" = ?1 AND ("unit"."open_from" < ?2 OR "unit"."open_from" IS NULL AND ("unit2"."name" = ?1 AND dudao_passed(0)))
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("青石镇")
-- ?2 = text("2010-01-01")
