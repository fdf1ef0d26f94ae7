SELECT "visit"."day", dudao_date_from_number(dudao_bin_units(dudao_day_number("visit"."day") + 3, ?1) - 3) AS "week", dudao_bin_months("visit"."day", ?2) AS "quarter"
FROM "district.visit" AS "visit"
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(7)
-- ?2 = integer(3)
