SELECT count(*) AS "n", sum("school"."founded") AS "s"
FROM "district.school" AS "school"
WHERE coalesce("school"."founded" > ?1, dudao_passed(0))
-- ?1 = integer(2100)
