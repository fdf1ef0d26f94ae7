SELECT "finding"."category", count(*) FILTER (WHERE "finding"."status" = ?1) AS "待整改", count(*) FILTER (WHERE "finding"."status" = ?2) AS "已销号", count(*) FILTER (WHERE "finding"."status" = ?3) AS "整改中", count(*) FILTER (WHERE "finding"."status" IS NULL) AS "空"
FROM "district.finding" AS "finding"
GROUP BY "finding"."category"
ORDER BY "finding"."category" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("待整改")
-- ?2 = text("已销号")
-- ?3 = text("整改中")
