WITH
"t1"("_rid", "a", "b") AS (VALUES
  (1, ?1, ?2),
  (2, ?1, ?2),
  (3, NULL, ?3),
  (4, ?4, ?5)
),
"t2"("_rid", "a", "b") AS (VALUES
  (1, NULL, ?3),
  (2, ?6, ?7)
)
SELECT "t1"."a", "t1"."b"
FROM "t1"
WHERE NOT EXISTS (SELECT 1 FROM "t2" WHERE "t1"."a" IS "t2"."a" AND "t1"."b" = "t2"."b")
ORDER BY "t1"."_rid" NULLS LAST
-- ?1 = integer(1)
-- ?2 = text("x")
-- ?3 = text("y")
-- ?4 = integer(3)
-- ?5 = text("z")
-- ?6 = integer(4)
-- ?7 = text("q")
