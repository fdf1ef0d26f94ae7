WITH
"s1" AS (
  SELECT "finding"."unit", count(*) FILTER (WHERE "finding"."category" = ?1 AND (?2 IN (?3) OR ?2 IS "finding"."status")) AS "安全", count(*) FILTER (WHERE "finding"."category" = ?4 AND (?2 IN (?3) OR ?2 IS "finding"."status")) AS "财务", count(*) FILTER (WHERE "finding"."category" = ?5 AND (?2 IN (?3) OR ?2 IS "finding"."status")) AS "教学", count(*) FILTER (WHERE "finding"."category" IS NULL AND (?2 IN (?3) OR ?2 IS "finding"."status")) AS "空"
  FROM "district.finding" AS "finding"
  GROUP BY "finding"."unit"
)
SELECT "s1"."unit", "s1"."安全", "s1"."财务", "s1"."教学", "s1"."空", "unit"."name" AS "unit_name"
FROM "s1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "s1"."unit"
ORDER BY "s1"."unit" NULLS LAST
-- ?1 = text("安全")
-- ?2 = text("待整改")
-- ?3 = text("y")
-- ?4 = text("财务")
-- ?5 = text("教学")
