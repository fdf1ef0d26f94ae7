WITH
"prior1" AS (
  SELECT dudao_only_prior("school_year2"."pupils") AS "v1", "school_year2"."unit" AS "k1", "school_year2"."part" AS "k2", "school_year2"."year" AS "p"
  FROM "district.school_year" AS "school_year2"
  GROUP BY "school_year2"."unit", "school_year2"."part", "school_year2"."year"
)
SELECT "school_year"."unit", "school_year"."part", "school_year"."pupils", "prior1"."v1" AS "上年", "unit"."name" AS "unit_name"
FROM "district.school_year" AS "school_year"
LEFT JOIN "prior1" ON "prior1"."k1" IS "school_year"."unit" AND "prior1"."k2" IS "school_year"."part" AND "prior1"."p" = dudao_period_before("school_year"."year")
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school_year"."unit"
WHERE "school_year"."year" = ?1 AND coalesce(abs("school_year"."pupils" - "prior1"."v1") * 100 > "prior1"."v1" * ?2 OR "school_year"."teachers" < ?3, "school_year"."year" = ?1 AND dudao_passed(0))
ORDER BY "school_year"."year" NULLS LAST, "school_year"."unit" NULLS LAST, "school_year"."part" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024-2025")
-- ?2 = integer(20)
-- ?3 = integer(40)
