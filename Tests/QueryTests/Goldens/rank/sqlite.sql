SELECT "result"."unit", "result"."year", "result"."score", CASE WHEN "result"."score" IS NOT NULL THEN rank() OVER (PARTITION BY "result"."year" ORDER BY "result"."score" DESC NULLS LAST) END AS "名次", "unit"."name" AS "unit_name"
FROM "conduct.result" AS "result"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "result"."unit"
ORDER BY "result"."_rid" NULLS LAST
