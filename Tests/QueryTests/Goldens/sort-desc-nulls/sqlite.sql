SELECT "school_year"."unit", "school_year"."teachers", "unit"."name" AS "unit_name"
FROM "district.school_year" AS "school_year"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school_year"."unit"
ORDER BY "school_year"."teachers" DESC NULLS LAST, "school_year"."unit" NULLS LAST, "school_year"."year" NULLS LAST, "school_year"."part" COLLATE dudao_pinyin NULLS LAST
