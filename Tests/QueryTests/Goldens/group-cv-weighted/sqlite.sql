SELECT "school_year"."year", dudao_cv_weighted(CAST("school_year"."teachers" AS REAL), CAST("school_year"."pupils" AS REAL)) AS "cv"
FROM "district.school_year" AS "school_year"
GROUP BY "school_year"."year"
ORDER BY "school_year"."year" NULLS LAST
