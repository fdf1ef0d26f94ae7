WITH
"s1" AS (
  SELECT "school_year"."zone", "school_year"."unit", "school_year"."pupils", "school_year"."teachers", CAST("school_year"."pupils" AS REAL) / "school_year"."teachers" AS "ratio", "school_year"."year" AS "_o", "school_year"."part" AS "_o2"
  FROM "district.school_year" AS "school_year"
  WHERE "school_year"."year" = ?1
),
"total1" AS (
  SELECT "s1"."zone", "s1"."unit", "s1"."pupils", "s1"."teachers", "s1"."ratio", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s1"."_o" NULLS LAST, "s1"."unit" NULLS LAST, "s1"."_o2" COLLATE dudao_pinyin NULLS LAST) AS "_n"
  FROM "s1"
  UNION ALL
  SELECT "s1"."zone", NULL AS "unit", sum("s1"."pupils") AS "pupils", sum("s1"."teachers") AS "teachers", CAST(sum("s1"."pupils") AS REAL) / sum("s1"."teachers") AS "ratio", 0 AS "_total", 1 AS "_mark", NULL AS "_n"
  FROM "s1"
  GROUP BY "s1"."zone"
  UNION ALL
  SELECT NULL AS "zone", NULL AS "unit", sum("s1"."pupils") AS "pupils", sum("s1"."teachers") AS "teachers", CAST(sum("s1"."pupils") AS REAL) / sum("s1"."teachers") AS "ratio", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s1"
)
SELECT "total1"."zone", "total1"."unit", "total1"."pupils", "total1"."teachers", "total1"."ratio", "unit"."name" AS "zone_name", "unit2"."name" AS "unit_name", "total1"."_mark"
FROM "total1"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "total1"."zone"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "total1"."unit"
ORDER BY "total1"."_total" NULLS LAST, "total1"."zone" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
-- ?1 = text("2024-2025")
