/// Operators and functions, one row each: sections 5 and 7 of the language.
extension Vector {
  private static func one(_ expressions: String, _ expected: String) -> Vector {
    let names = expressions.split(separator: ";").indices.map { "v\($0)" }
    let binds = zip(names, expressions.split(separator: ";")).map {
      "\($0) =\($1.first == " " ? "" : " ")\($1)"
    }
    return Vector("[k; 1] | select " + binds.joined(separator: ", "), names.joined(separator: " "), expected)
  }

  static let expressions = [
    // Whole division cuts towards zero, the remainder has the sign of its left side.
    one("-7 // 2; -7 % 2; 7 // -2; 7 % -2; 7 / 2", "-3 -1 -3 1 3.5"),
    one("-7 == -7 // 2 * 2 + -7 % 2", "是"),
    one("1 / 0; 1 // 0; 1 % 0; null + 1; 0 / 0", "∅ ∅ ∅ ∅ ∅"),
    one("0.1 + 0.2 == 0.3; 0.1 + 0.2; 1.50 * 2; 1.5 * 1.5; 2.50 == 2.5", "是 0.3 3.00 2.25 是"),
    one("80% + 5%; 80% * 50; 80% == 0.8; 50% < 0.6", "0.85 40.00 是 是"),
    // Half away from zero on the shortest decimal text.
    one("round(2.675, 2); round(-2.5); round(2.5); round(0.5); round(1.45, 1)", "2.68 -3 3 1 1.5"),
    one("round(2675 / 1000, 2); round(-1 / 2); round(1234, -2); round(1250, -2)", "2.68 -1 1200 1300"),
    one("floor(-1.5); ceil(-1.5); floor(2.0); ceil(1.01); abs(-3); abs(-2.50)", "-2 -1 2 2 3 2.50"),
    one("sqrt(9); sqrt(-1); power(2, 10); power(2, -1)", "3 ∅ 1024 0.5"),
    one("least(3, 1.5, 2); greatest(3, 1.5); least(1, null); coalesce(null, 2)", "1.5 3.0 ∅ 2"),
    one("number(\"1.50\"); number(\"x\"); number(null)", "1.5 ∅ ∅"),
    // Three values.
    one("null == null; null != 1; null < 1; not (null < 1); 1 in (null, 1); null in (null)", "是 是 ∅ ∅ 是 是"),
    one("null < 1 and false; null < 1 or true; null < 1 and true; null < 1 or false", "否 是 ∅ ∅"),
    one("2 not in (null); null not in (1); null is null; 1 is not null", "是 是 是 是"),
    one("5 between 1 and 5; 5 not between 1 and 4; null between 1 and 2", "是 是 ∅"),
    one(
      "if(null < 1, 1, 2); if(false, 1); case { null > 1: 1, 2 > 1: 2.5, else: 3 }; case { false: 1 }",
      "2 ∅ 2.5 ∅"),
    // Text.
    one("\"ab\" + \"c\"; \"a\" + null; concat(\"a\", 1, \"b\"); text(5); text(2.50)", "abc ∅ a1b 5 2.50"),
    one("length(\"青石a\"); left(\"青石镇\", 2); right(\"青石镇\", 1); mid(\"青石镇\", 2, 2)", "3 青石 镇 石镇"),
    one("trim(\"  x \"); upper(\"aé\"); lower(\"AÉ\"); replace(\"abab\", \"b\", \"石\")", "x AÉ aé a石a石"),
    one(
      "\"abc\" contains \"b\"; \"abc\" starts with \"a\"; \"abc\" ends with \"b\"; \"ABC\" contains \"b\"",
      "是 是 否 否"),
    one(
      "\"abc\" matches \"^a.c$\"; \"abc\" ~ \"b\"; \"abc\" not matches \"x\"; null contains \"a\"", "是 是 是 ∅"),
    one("\"a\" not contains \"b\"; \"ab\" not starts with \"b\"; \"ab\" not ends with \"b\"", "是 是 否"),
    // Text is ordered by pinyin: 阿 a, 重 zhong, 银 yin.
    one("\"阿坝\" < \"白云\"; \"银行\" > \"青石\"; \"a\" < \"阿\"; \"B\" < \"a\"; \"10\" < \"9\"", "是 是 是 是 是"),
    // Dates.
    one(
      "2024-03-01 - 2024-02-01; 2024-01-31 + 1个月; 2024-02-29 + 1年; 2024-03-31 - 1个月",
      "29 2024-02-29 2025-02-28 2024-02-29"),
    one(
      "2024-12-31 + 1; 2024-01-01 - 1天; 2024-01-01 + 2周; 2024-02-28 + 2 days",
      "2025-01-01 2023-12-31 2024-01-15 2024-03-01"),
    one(
      "year(2024-11-23); quarter(2024-11-23); month(2024-11-23); day(2024-11-23); weekday(2024-11-23)",
      "2024 4 11 23 6"),
    one(
      "month_start(2024-02-10); month_end(2024-02-10); date(2024, 2, 29); date(\"2024-09-01\"); date(2023, 2, 29)",
      "2024-02-01 2024-02-29 2024-02-29 2024-09-01 ∅"),
    one(
      "days(2024-01-01, 2024-03-01); weeks(2024-01-01, 2024-01-14); months(2024-01-31, 2024-02-29); years(2020-02-29, 2024-02-28)",
      "60 1 0 3"),
    one(
      "2024-09-01 in (2024秋); 2024-08-31 in (2024秋); 2025-01-31 in (2024秋); 2024-05-01 in (2024年)", "是 否 是 是"),
    one("2024春 < 2024秋; 2024年 == 2024; 2024-2025学年 > 2023-2024学年; 2024年9月 < 2024年10月", "是 是 是 是"),
    one("2024-02-10 - 2024-01-01 > 30天; 2024-02-10 - 2024-01-01 > 40天", "是 否"),
    one("false < true; 3万 + 1; 0.5亿", "是 30001 50000000"),
  ]
}
