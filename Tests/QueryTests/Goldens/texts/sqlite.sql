SELECT dudao_left("unit"."name", ?1) AS "a", dudao_right("school"."code", ?2) AS "b", dudao_mid("unit"."name", ?1, ?1) AS "c", dudao_pinyin("unit"."name") AS "d", dudao_initials("unit"."name") AS "e", replace("unit"."name", ?3, ?4) AS "f", dudao_format_number("school"."founded", 0, ?5) AS "g", coalesce("unit2"."name", "unit"."zone") AS "h"
FROM "district.school" AS "school"
LEFT JOIN "district.unit" AS "unit" ON "unit"."code" = "school"."code"
LEFT JOIN "district.unit" AS "unit2" ON "unit2"."code" = "unit"."zone"
ORDER BY "unit"."order" NULLS LAST, "school"."code" COLLATE dudao_pinyin NULLS LAST
-- ?1 = integer(2)
-- ?2 = integer(1)
-- ?3 = text("小学")
-- ?4 = text("校")
-- ?5 = text("0,000")
