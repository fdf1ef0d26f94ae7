WITH
"s1" AS (
  SELECT "finding2"."unit"
  FROM "district.finding" AS "finding2"
  WHERE "finding2"."status" IS NULL
)
SELECT "finding"."number", "finding"."unit", "unit"."name" AS "unit_name"
FROM "district.finding" AS "finding"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "finding"."unit"
WHERE NOT coalesce("finding"."unit" IN (SELECT "s1"."unit" FROM "s1" WHERE "s1"."unit" IS NOT NULL) OR "finding"."unit" IS NULL AND EXISTS (SELECT 1 FROM "s1" WHERE "s1"."unit" IS NULL), 0)
ORDER BY "finding"."_rid" NULLS LAST
