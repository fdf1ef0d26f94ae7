SELECT "visit"."number", "visit"."day"
FROM "district.visit" AS "visit"
WHERE "visit"."day" BETWEEN ?1 AND ?2
ORDER BY "visit"."day" NULLS LAST, "visit"."number" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024-09-01")
-- ?2 = text("2025-01-31")
