SELECT "finding"."number"
FROM "district.finding" AS "finding"
WHERE NOT coalesce("finding"."status" IN (?1), 0)
ORDER BY "finding"."_rid" NULLS LAST
-- ?1 = text("待整改")
