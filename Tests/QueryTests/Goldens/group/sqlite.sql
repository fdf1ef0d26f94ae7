SELECT "school_year"."year", sum("school_year"."pupils") AS "pupils", count(DISTINCT "school_year"."unit") AS "schools", CAST(sum("school_year"."teachers") AS REAL) / count("school_year"."teachers") AS "mean", count("school_year"."teachers") AS "n"
FROM "district.school_year" AS "school_year"
GROUP BY "school_year"."year"
ORDER BY "school_year"."year" NULLS LAST
