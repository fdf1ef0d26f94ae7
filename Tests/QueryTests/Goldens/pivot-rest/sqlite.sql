WITH
"s1" AS (
  SELECT "unit"."zone" AS "unit_zone", "finding"."category", count(*) AS "n"
  FROM "district.finding" AS "finding"
  LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "finding"."unit"
  GROUP BY "unit"."zone", "finding"."category"
),
"choices1"("value") AS (VALUES
  (?1),
  (?2),
  (?3)
),
"all1" AS (
  SELECT "zone"."code" AS "k1", "choices1"."value" AS "k2"
  FROM "district.zone" AS "zone"
  JOIN "choices1" ON 1
),
"s2" AS (
  SELECT coalesce("all1"."k1", "s1"."unit_zone") AS "unit_zone", coalesce("all1"."k2", "s1"."category") AS "category", coalesce("s1"."n", 0) AS "n"
  FROM "s1"
  FULL JOIN "all1" ON "s1"."unit_zone" IS "all1"."k1" AND "s1"."category" IS "all1"."k2"
),
"s3" AS (
  SELECT "s2"."unit_zone", sum("s2"."n") FILTER (WHERE "s2"."category" = ?1) AS "安全", sum("s2"."n") FILTER (WHERE "s2"."category" = ?3) AS "财务", sum("s2"."n") FILTER (WHERE "s2"."category" = ?2) AS "教学", sum("s2"."n") FILTER (WHERE "s2"."category" IS NULL) AS "空"
  FROM "s2"
  GROUP BY "s2"."unit_zone"
),
"total1" AS (
  SELECT "s3"."unit_zone", "s3"."安全", "s3"."财务", "s3"."教学", "s3"."空", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s3"."unit_zone" NULLS LAST) AS "_n"
  FROM "s3"
  UNION ALL
  SELECT NULL AS "unit_zone", sum("s3"."安全") AS "安全", sum("s3"."财务") AS "财务", sum("s3"."教学") AS "教学", sum("s3"."空") AS "空", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s3"
)
SELECT "total1"."unit_zone", "total1"."安全", "total1"."财务", "total1"."教学", "total1"."空", "unit2"."name" AS "unit_zone_name", "total1"."_mark"
FROM "total1"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "total1"."unit_zone"
ORDER BY "total1"."_total" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
-- ?1 = text("安全")
-- ?2 = text("教学")
-- ?3 = text("财务")
