SELECT dudao_median("result"."score" / 100.0) AS "m", dudao_percentile("result"."score" / 100.0, ?1) AS "p", dudao_stddev_sample("result"."score" / 100.0) AS "s", dudao_stddev_population("result"."score" / 100.0) AS "sp", dudao_cv("result"."score" / 100.0) AS "cv", dudao_correlation("result"."score" / 100.0, "result"."rate" / 10000.0) AS "r"
FROM "conduct.result" AS "result"
-- ?1 = real(0.9)
