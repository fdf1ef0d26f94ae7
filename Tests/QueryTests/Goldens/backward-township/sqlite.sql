WITH
"school_by1" AS (
  SELECT "unit2"."township" AS "_key", count(*) AS "value"
  FROM "district.school" AS "school"
  LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "school"."code"
  WHERE "unit2"."township" IS NOT NULL
  GROUP BY "unit2"."township"
),
"school_by2" AS (
  SELECT "unit3"."township" AS "_key", max("school2"."founded") AS "value"
  FROM "district.school" AS "school2"
  LEFT JOIN "district.unit" AS "unit3" ON "unit3"."code" = "school2"."code"
  WHERE "unit3"."township" IS NOT NULL
  GROUP BY "unit3"."township"
)
SELECT "unit"."name", coalesce("school_by1_row"."value", 0) AS "n", "school_by2_row"."value" AS "last"
FROM "district.township" AS "township"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "township"."code"
LEFT JOIN "school_by1" AS "school_by1_row" ON "school_by1_row"."_key" = "township"."code"
LEFT JOIN "school_by2" AS "school_by2_row" ON "school_by2_row"."_key" = "township"."code"
ORDER BY "unit"."order" NULLS LAST, "township"."code" COLLATE dudao_pinyin NULLS LAST
