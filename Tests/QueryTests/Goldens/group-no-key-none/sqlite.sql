SELECT count(*) AS "n", sum("school"."founded") AS "s"
FROM "district.school" AS "school"
WHERE "school"."founded" > ?1 OR "school"."founded" IS NULL AND dudao_passed(0)
-- ?1 = integer(2100)
