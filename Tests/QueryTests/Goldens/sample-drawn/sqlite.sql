WITH
"s1" AS (
  SELECT "重点学校"."代码", "重点学校"."等级", row_number() OVER (ORDER BY dudao_sample_hash(?1, CAST("重点学校"."_rid" AS TEXT)) NULLS LAST, "重点学校"."_rid" NULLS LAST) AS "_n", "重点学校"."_rid" AS "_o"
  FROM "saved.重点学校" AS "重点学校"
)
SELECT "s1"."代码", "s1"."等级"
FROM "s1"
WHERE "s1"."_n" <= ?2
ORDER BY "s1"."_o" NULLS LAST
-- ?1 = text("abc123")
-- ?2 = integer(1)
