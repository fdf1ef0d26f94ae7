SELECT "school"."code", "school"."founded", CASE WHEN "school"."founded" IS NOT NULL THEN rank() OVER (ORDER BY "school"."founded" NULLS LAST) END AS "rank"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
