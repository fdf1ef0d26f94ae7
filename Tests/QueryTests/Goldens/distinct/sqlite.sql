WITH
"s1" AS (
  SELECT "finding"."category", row_number() OVER (PARTITION BY "finding"."category" ORDER BY "finding"."_rid" NULLS LAST) AS "_n", "finding"."_rid" AS "_o"
  FROM "district.finding" AS "finding"
)
SELECT "s1"."category"
FROM "s1"
WHERE "s1"."_n" = 1
ORDER BY "s1"."_o" NULLS LAST
