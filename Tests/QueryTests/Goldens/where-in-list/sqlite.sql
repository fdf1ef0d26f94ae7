SELECT "finding"."number", "finding"."unit", "finding"."visit", "finding"."category", "finding"."status", "finding"."deadline", "finding"."text", "unit"."name" AS "unit_name"
FROM "district.finding" AS "finding"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "finding"."unit"
WHERE "finding"."status" IN (?1) OR "finding"."status" IS NULL
ORDER BY "finding"."_rid" NULLS LAST
-- ?1 = text("待整改")
