WITH
"t1"("_rid", "code", "n") AS (VALUES
  (1, ?1, ?2),
  (2, ?3, ?4)
)
SELECT "t1"."code", "t1"."n"
FROM "t1"
WHERE "t1"."n" > ?2
ORDER BY "t1"."_rid" NULLS LAST
-- ?1 = text("01")
-- ?2 = integer(30)
-- ?3 = text("02")
-- ?4 = integer(45)
