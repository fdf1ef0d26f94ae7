WITH
"s1" AS (
  SELECT "result"."unit", "result"."year", "result"."score", "result"."rate", "result"."big", "result"."real", "result"."_rid" AS "_o"
  FROM "conduct.result" AS "result"
),
"d1" AS (
  SELECT ?1 AS "column", ?2 AS "type", count("s1"."unit") AS "filled", count(*) - count("s1"."unit") AS "missing", count(DISTINCT "s1"."unit") AS "distinct", min("s1"."unit") AS "min", max("s1"."unit") AS "max", NULL AS "avg", dudao_first("s1"."unit", "s1"."_o") AS "example", 0 AS "_n"
  FROM "s1"
  UNION ALL
  SELECT ?3 AS "column", ?4 AS "type", count("s1"."year") AS "filled", count(*) - count("s1"."year") AS "missing", count(DISTINCT "s1"."year") AS "distinct", dudao_text_period(min("s1"."year")) AS "min", dudao_text_period(max("s1"."year")) AS "max", NULL AS "avg", dudao_text_period(dudao_first("s1"."year", "s1"."_o")) AS "example", 1 AS "_n"
  FROM "s1"
  UNION ALL
  SELECT ?5 AS "column", ?6 AS "type", count("s1"."score") AS "filled", count(*) - count("s1"."score") AS "missing", count(DISTINCT "s1"."score") AS "distinct", dudao_text_decimal(min("s1"."score"), 2) AS "min", dudao_text_decimal(max("s1"."score"), 2) AS "max", avg("s1"."score") / 100 AS "avg", dudao_text_decimal(dudao_first("s1"."score", "s1"."_o"), 2) AS "example", 2 AS "_n"
  FROM "s1"
  UNION ALL
  SELECT ?7 AS "column", ?8 AS "type", count("s1"."rate") AS "filled", count(*) - count("s1"."rate") AS "missing", count(DISTINCT "s1"."rate") AS "distinct", dudao_text_percent(min("s1"."rate"), 4) AS "min", dudao_text_percent(max("s1"."rate"), 4) AS "max", avg("s1"."rate") / 10000 AS "avg", dudao_text_percent(dudao_first("s1"."rate", "s1"."_o"), 4) AS "example", 3 AS "_n"
  FROM "s1"
  UNION ALL
  SELECT ?9 AS "column", ?10 AS "type", count("s1"."big") AS "filled", count(*) - count("s1"."big") AS "missing", count(DISTINCT "s1"."big") AS "distinct", CAST(min("s1"."big") AS TEXT) AS "min", CAST(max("s1"."big") AS TEXT) AS "max", avg("s1"."big") AS "avg", CAST(dudao_first("s1"."big", "s1"."_o") AS TEXT) AS "example", 4 AS "_n"
  FROM "s1"
  UNION ALL
  SELECT ?11 AS "column", ?11 AS "type", count("s1"."real") AS "filled", count(*) - count("s1"."real") AS "missing", count(DISTINCT "s1"."real") AS "distinct", dudao_text_real(min("s1"."real")) AS "min", dudao_text_real(max("s1"."real")) AS "max", avg("s1"."real") AS "avg", dudao_text_real(dudao_first("s1"."real", "s1"."_o")) AS "example", 5 AS "_n"
  FROM "s1"
),
"describe1" AS (
  SELECT "d1"."column", "d1"."type", "d1"."filled", "d1"."missing", "d1"."distinct", "d1"."min", "d1"."max", "d1"."avg", "d1"."example", "d1"."_n"
  FROM "d1"
)
SELECT "describe1"."column", "describe1"."type", "describe1"."filled", "describe1"."missing", "describe1"."distinct", "describe1"."min", "describe1"."max", "describe1"."avg", "describe1"."example"
FROM "describe1"
ORDER BY "describe1"."_n" NULLS LAST
-- ?1 = text("单位")
-- ?2 = text("引用")
-- ?3 = text("年度")
-- ?4 = text("周期")
-- ?5 = text("得分")
-- ?6 = text("小数")
-- ?7 = text("得分率")
-- ?8 = text("百分比")
-- ?9 = text("大数")
-- ?10 = text("整数")
-- ?11 = text("实数")
