WITH
"s1" AS (
  SELECT "result"."score", "result"."big", CAST("result"."score" AS REAL) / dudao_exact("result"."big" * 100) AS "a", CAST(?1 AS REAL) / "result"."big" AS "b", CAST("result"."score" + ?2 AS REAL) / dudao_exact("result"."big" * 100) AS "c", CAST(dudao_exact("result"."score" * ?3 - "result"."big" * 100) AS REAL) / dudao_exact("result"."big" * 100) AS "d", CAST(dudao_exact("result"."score" * "result"."big") AS REAL) / dudao_exact("result"."big" * 100) AS "e", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
  WHERE "result"."year" = ?4
),
"total1" AS (
  SELECT "s1"."score", "s1"."big", "s1"."a", "s1"."b", "s1"."c", "s1"."d", "s1"."e", 0 AS "_total", 0 AS "_mark", row_number() OVER (ORDER BY "s1"."_o" NULLS LAST) AS "_n"
  FROM "s1"
  UNION ALL
  SELECT sum("s1"."score") AS "score", sum("s1"."big") AS "big", CAST(sum("s1"."score") AS REAL) / dudao_exact(sum("s1"."big") * 100) AS "a", NULL AS "b", NULL AS "c", CAST(dudao_exact(sum("s1"."score") * ?3 - sum("s1"."big") * 100) AS REAL) / dudao_exact(sum("s1"."big") * 100) AS "d", NULL AS "e", 1 AS "_total", 2 AS "_mark", NULL AS "_n"
  FROM "s1"
)
SELECT "total1"."score", "total1"."big", "total1"."a", "total1"."b", "total1"."c", "total1"."d", "total1"."e", "total1"."_mark"
FROM "total1"
ORDER BY "total1"."_total" NULLS LAST, "total1"."_mark" NULLS LAST, "total1"."_n" NULLS LAST
-- ?1 = integer(90)
-- ?2 = integer(500)
-- ?3 = integer(100)
-- ?4 = text("2024")
