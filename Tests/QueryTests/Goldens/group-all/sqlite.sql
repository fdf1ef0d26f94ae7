WITH
"s1" AS (
  SELECT "unit"."zone" AS "unit_zone", "finding"."category", count(*) AS "n", min("finding"."deadline") AS "最早"
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
  SELECT coalesce("all1"."k1", "s1"."unit_zone") AS "unit_zone", coalesce("all1"."k2", "s1"."category") AS "category", coalesce("s1"."n", 0) AS "n", "s1"."最早"
  FROM "s1"
  FULL JOIN "all1" ON "s1"."unit_zone" IS "all1"."k1" AND "s1"."category" IS "all1"."k2"
)
SELECT "s2"."unit_zone", "s2"."category", "s2"."n", "s2"."最早", "unit2"."name" AS "unit_zone_name"
FROM "s2"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "s2"."unit_zone"
ORDER BY "s2"."unit_zone" NULLS LAST, "s2"."category" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("安全")
-- ?2 = text("教学")
-- ?3 = text("财务")
