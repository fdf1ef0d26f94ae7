WITH
"s2" AS (
  SELECT "finding"."unit", count(*) FILTER (WHERE "finding"."category" = ?1 AND (?2 IN (?3) OR ?2 IS "finding"."status")) AS "安全_n", dudao_first("finding"."number", "finding"."_rid") FILTER (WHERE "finding"."category" = ?1) AS "安全_s"
  FROM "district.finding" AS "finding"
  GROUP BY "finding"."unit"
)
SELECT "s2"."unit", "s2"."安全_n", "s2"."安全_s", "unit"."name" AS "unit_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s2"."unit"
ORDER BY "s2"."unit" NULLS LAST
-- ?1 = text("安全")
-- ?2 = text("待整改")
-- ?3 = text("y")
