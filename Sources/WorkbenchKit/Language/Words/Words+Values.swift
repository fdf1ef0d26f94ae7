import KitModel

extension Words {
  /// Values that are chosen, and the units of numbers and durations.
  public static let values: [Word] = [
    Word(
      .value, "case", "分情况", meaning: both("按第一个成立的条件取值。", "The value of the first condition that holds."),
      usage: both("分情况 { 条件: 值, 否则: 值 }", "case { CONDITION: VALUE, else: VALUE }"),
      examples: [
        both(
          #"学校 | 增列 规模 = 分情况 { 学生数 > 1000: "大", 学生数 > 300: "中", 否则: "小" }"#,
          #"school | derive size = case { pupils > 1000: "大", pupils > 300: "中", else: "小" }"#)
      ]),
    Word(
      .value, "if", "如果",
      meaning: both("条件成立取前者，否则取后者。", "The first value if the condition holds, else the second."),
      usage: both("如果(条件, 值, 值)", "if(CONDITION, VALUE, VALUE)"),
      examples: [
        both(
          #"学校 | 增列 类 = 如果(学生数 > 1000, "大", "小")"#,
          #"school | derive size = if(pupils > 1000, "large", "small")"#)
      ]),
    unit("万", "万", [], "一万。", "Ten thousand.", "教学仪器设备值 > 30万", "equipment_value > 30万"),
    unit("亿", "亿", [], "一亿。", "A hundred million.", "教学仪器设备值 < 1亿", "equipment_value < 1亿"),
    unit(
      "day", "天", ["days", "日"], "天。", "Days.", "今天() - 30天 > 2024-09-01", "today() - 30 days > 2024-09-01"),
    unit(
      "week", "周", ["weeks"], "七天。", "Seven days.", "今天() - 2周 > 2024-09-01", "today() - 2 weeks > 2024-09-01"
    ),
    unit(
      "month", "个月", ["months"], "月。", "Months.", "今天() - 3个月 > 2024-09-01", "today() - 3 months > 2024-09-01"
    ),
    unit("year", "年", ["years"], "年。", "Years.", "今天() - 2年 > 2020-09-01", "today() - 2 years > 2020-09-01"),
  ]

  /// Types of parameters.
  public static let types: [Word] = [
    type("text", "文本", "文字。", "Text.", #""青石镇""#),
    type("integer", "整数", "没有小数的数。", "A whole number.", "60"),
    type("decimal", "小数", "位数固定的精确小数。", "An exact number with fixed decimal places.", "82.5"),
    type("real", "实数", "近似的小数。", "An approximate number.", "0.618"),
    type("percent", "百分比", "百分数，80% 就是 0.8。", "A share: 80% is 0.8.", "80%"),
    type("boolean", "是非", "是或否。", "Yes or no.", "是"),
    type("date", "日期", "某一天。", "A day.", "2024-09-01"),
    type("period", "周期", "年、学期、月或学年。", "A year, term, month or school year.", "2024秋"),
    type("time", "时刻", "某一天的某一秒。", "A second of a day.", nil),
    Word(
      .type, "choice", "选项", meaning: both("几个值中的一个。", "One of several values."),
      usage: both("选项(\"春\", \"秋\")", "choice(\"春\", \"秋\")"),
      examples: [both(#"参数 学期: 选项("春", "秋") = "秋""#, #"param term: choice("春", "秋") = "秋""#)]),
    Word(
      .type, "ref", "引用", meaning: both("某张表里的一行。", "A row of a relation."),
      usage: both("引用(学校)", "ref(school)"), examples: [both("参数 s: 引用(学校)", "param s: ref(school)")]),
    type("file", "文件", "一个文件。", "A file.", #""收件/青石镇.xlsx""#),
  ]

  private static func unit(
    _ english: String, _ chinese: String, _ alternatives: [String], _ zh: String, _ en: String,
    _ exampleZh: String, _ exampleEn: String
  ) -> Word {
    Word(
      .unit, english, chinese, or: alternatives, meaning: both(zh, en),
      examples: [both("学校年报 | 筛选 " + exampleZh, "school_year | where " + exampleEn)])
  }

  private static func type(
    _ english: String, _ chinese: String, _ zh: String, _ en: String, _ value: String?
  ) -> Word {
    let rest = value.map { " = " + $0 } ?? ""
    return Word(
      .type, english, chinese, meaning: both(zh, en),
      examples: [both("参数 x: " + chinese + rest, "param x: " + english + rest)])
  }
}
