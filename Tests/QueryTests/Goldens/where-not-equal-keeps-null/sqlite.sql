SELECT "finding"."number", "finding"."status"
FROM "district.finding" AS "finding"
WHERE "finding"."status" IS NOT ?1
ORDER BY "finding"."_rid" NULLS LAST
-- ?1 = text("已销号")
