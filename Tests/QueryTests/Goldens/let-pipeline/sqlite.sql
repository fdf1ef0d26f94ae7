SELECT count(*) AS "count"
FROM "district.school" AS "school"
WHERE "school"."stage" = ?1
-- ?1 = text("小学")
