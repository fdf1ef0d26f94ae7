WITH
"t1"("_rid", "a", "b") AS (VALUES
  (1, ?1, ?2)
),
"t2"("_rid", "b", "a", "c") AS (VALUES
  (1, ?3, ?4, ?1)
),
"u1" AS (
  SELECT "t1"."a" * 10 AS "a", "t1"."b", NULL AS "c", 0 AS "_side", row_number() OVER (ORDER BY "t1"."_rid" NULLS LAST) AS "_n"
  FROM "t1"
  UNION ALL
  SELECT "t2"."a", "t2"."b", "t2"."c", 1 AS "_side", row_number() OVER (ORDER BY "t2"."_rid" NULLS LAST) AS "_n"
  FROM "t2"
)
SELECT "u1"."a", "u1"."b", "u1"."c"
FROM "u1"
ORDER BY "u1"."_side" NULLS LAST, "u1"."_n" NULLS LAST
-- ?1 = integer(1)
-- ?2 = text("x")
-- ?3 = text("y")
-- ?4 = integer(25)
