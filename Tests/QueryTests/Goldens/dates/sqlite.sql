SELECT "visit"."number", dudao_date_from_number(dudao_day_number("visit"."day") + ?1) AS "a", dudao_add_months("visit"."day", ?2) AS "b", dudao_day_number("visit"."day") - dudao_day_number(?3) AS "c", dudao_weekday("visit"."day") AS "d", dudao_month_end("visit"."day") AS "e", dudao_workdays_between("visit"."day", ?4, ?5) AS "f", dudao_months_between("visit"."day", ?6) AS "g", (CAST(dudao_mid("visit"."day", 6, 2) AS INTEGER) + 2) / 3 AS "h"
FROM "district.visit" AS "visit"
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(30)
-- ?2 = integer(1)
-- ?3 = text("2024-09-01")
-- ?4 = text("2024-11-23")
-- ?5 = text("")
-- ?6 = text("2024-12-31")
