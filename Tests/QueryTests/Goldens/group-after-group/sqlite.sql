WITH
"s1" AS (
  SELECT sum("school_year"."pupils") AS "n"
  FROM "district.school_year" AS "school_year"
  GROUP BY "school_year"."unit"
)
SELECT max("s1"."n") AS "top", count(*) AS "k"
FROM "s1"
