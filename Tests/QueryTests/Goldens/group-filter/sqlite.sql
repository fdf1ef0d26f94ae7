SELECT count(*) FILTER (WHERE "finding"."status" IS NOT ?1) AS "open", count(*) AS "safe", count("finding"."deadline") FILTER (WHERE "finding"."deadline" < ?2) AS "late"
FROM "district.finding" AS "finding"
-- ?1 = text("已销号")
-- ?2 = text("2024-11-15")
