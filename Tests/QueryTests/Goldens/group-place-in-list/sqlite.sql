WITH
"s1" AS (
  SELECT "finding"."unit", ?1 IN (?2) OR ?1 IS dudao_first("finding"."number", "finding"."_rid") AS "x"
  FROM "district.finding" AS "finding"
  GROUP BY "finding"."unit"
)
SELECT "s1"."unit", "s1"."x", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
ORDER BY "s1"."unit" NULLS LAST
-- ?1 = text("F1")
-- ?2 = text("y")
