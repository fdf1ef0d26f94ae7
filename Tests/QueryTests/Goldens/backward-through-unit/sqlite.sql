WITH
"问题_by1" AS (
  SELECT "finding"."unit" AS "_key", count(*) FILTER (WHERE "finding"."status" IS NOT ?1) AS "value"
  FROM "district.finding" AS "finding"
  WHERE "finding"."unit" IS NOT NULL
  GROUP BY "finding"."unit"
)
SELECT "result"."unit", "result"."score", coalesce("问题_by1_row"."value", 0) AS "未销号", "unit"."name" AS "unit_name"
FROM "conduct.result" AS "result"
LEFT JOIN "问题_by1" AS "问题_by1_row" ON "问题_by1_row"."_key" = "result"."unit"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "result"."unit"
WHERE "result"."year" = ?2 AND ("result"."score" < ?3 OR "result"."score" IS NULL AND ("result"."year" = ?2 AND dudao_passed(0)))
ORDER BY "result"."_rid" NULLS LAST
-- ?1 = text("已销号")
-- ?2 = text("2023")
-- ?3 = integer(7000)
