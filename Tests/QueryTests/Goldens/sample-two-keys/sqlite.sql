WITH
"s1" AS (
  SELECT "school_year"."pupils", row_number() OVER (ORDER BY dudao_sample_hash(?1, "school_year"."unit" || ?2 || "school_year"."year" || ?2 || "school_year"."part") NULLS LAST, "school_year"."year" NULLS LAST, "school_year"."unit" NULLS LAST, "school_year"."part" COLLATE dudao_pinyin NULLS LAST) AS "_n", "school_year"."year" AS "_o", "school_year"."unit" AS "_o2", "school_year"."part" AS "_o3"
  FROM "district.school_year" AS "school_year"
)
SELECT "s1"."pupils"
FROM "s1"
WHERE "s1"."_n" <= ?3
ORDER BY "s1"."_o" NULLS LAST, "s1"."_o2" NULLS LAST, "s1"."_o3" COLLATE dudao_pinyin NULLS LAST
-- ?1 = text("2024秋")
-- ?2 = text("\u{1F}")
-- ?3 = integer(2)
