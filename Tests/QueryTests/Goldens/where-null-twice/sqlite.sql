SELECT "finding"."number", "finding"."unit", "finding"."visit", "finding"."category", "finding"."status", "finding"."deadline", "finding"."text", "unit"."name" AS "unit_name"
FROM "district.finding" AS "finding"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "finding"."unit"
WHERE ("finding"."deadline" < ?1 OR "finding"."deadline" IS NULL AND dudao_passed(0)) AND coalesce(dudao_starts_with("finding"."category", ?2), "finding"."deadline" < ?1 AND dudao_passed(1))
ORDER BY "finding"."_rid" NULLS LAST
-- ?1 = text("2024-11-15")
-- ?2 = text("安")
