import KitModel

extension Words {
  /// Logic, comparison, arithmetic.
  public static let operators: [Word] = logic + comparisons + arithmetic

  private static let logic: [Word] = [
    op(.logic, "and", "且", "两边都成立。", "Both hold.", "学生数 > 500 且 班级数 < 12", "pupils > 500 and classes < 12"),
    op(
      .logic, "or", "或", "至少一边成立。", "At least one holds.", "学生数 < 100 或 班级数 < 6",
      "pupils < 100 or classes < 6"),
    op(.logic, "not", "非", "不成立。", "Does not hold.", "非 (学生数 > 500)", "not (pupils > 500)"),
    op(.logic, "true", "是", "真。", "True.", "寄宿制 == 是", "boarding == true"),
    op(.logic, "false", "否", "假。", "False.", "寄宿制 == 否", "boarding == false"),
    op(.logic, "null", "空", "没有值。", "No value.", "学生数 == 空", "pupils == null"),
  ]

  private static let comparisons: [Word] = [
    op(
      .comparison, "==", "等于", or: ["="], "相等；空只等于空。", "Equal; null equals only null.", #"学段 等于 "小学""#,
      #"stage == "小学""#),
    op(
      .comparison, "!=", "不等于", "不相等；空也算不相等。", "Not equal; an empty value is different too.", #"学段 不等于 "小学""#,
      #"stage != "小学""#),
    op(.comparison, "<", "小于", "小于。", "Less.", "学生数 小于 100", "pupils < 100"),
    op(.comparison, "<=", "小于等于", "不大于。", "At most.", "学生数 小于等于 100", "pupils <= 100"),
    op(.comparison, ">", "大于", "大于。", "Greater.", "学生数 大于 100", "pupils > 100"),
    op(.comparison, ">=", "大于等于", "不小于。", "At least.", "学生数 大于等于 100", "pupils >= 100"),
    op(
      .comparison, "in", "属于", "是其中之一，或日期在周期内。", "One of these, or a day within a period.",
      #"学段 属于 ("小学", "初中")"#, #"stage in ("小学", "初中")"#),
    op(
      .comparison, "not in", "不属于", "不是其中之一。", "None of these.", #"学段 不属于 ("小学", "初中")"#,
      #"stage not in ("小学", "初中")"#),
    op(
      .comparison, "between", "介于", "在两者之间，含两端；写作 介于 … 到 …。",
      "Between the two, both included: between … and ….",
      "学生数 介于 100 到 500", "pupils between 100 and 500"),
    op(
      .comparison, "not between", "不介于", "不在两者之间。", "Not between the two.", "学生数 不介于 100 到 500",
      "pupils not between 100 and 500"),
    op(.comparison, "contains", "包含", "文本里有。", "The text holds.", #"名称 包含 "中心""#, #"name contains "中心""#),
    op(
      .comparison, "not contains", "不包含", "文本里没有。", "The text does not hold.", #"名称 不包含 "中心""#,
      #"name not contains "中心""#),
    op(
      .comparison, "starts with", "开头是", "文本以此开头。", "The text begins so.", #"名称 开头是 "青石""#,
      #"name starts with "青石""#),
    op(
      .comparison, "ends with", "结尾是", "文本以此结尾。", "The text ends so.", #"名称 结尾是 "小学""#,
      #"name ends with "小学""#),
    op(
      .comparison, "matches", "匹配", or: ["~"], "符合正则表达式。", "Fits a regular expression.", #"代码 匹配 "^00\d+$""#,
      #"code matches "^00\d+$""#),
    op(.comparison, "is null", "为空", "没有值。", "Has no value.", "专任教师数 为空", "teachers is null"),
    op(.comparison, "is not null", "不为空", "有值。", "Has a value.", "专任教师数 不为空", "teachers is not null"),
  ]

  private static let arithmetic: [Word] = [
    op(
      .arithmetic, "+", "加", "相加；日期加天数；文本相接。", "Adds; days to a date; joins texts.", "学生数 加 教职工数 > 600",
      "pupils + staff > 600"),
    op(
      .arithmetic, "-", "减", "相减；两个日期相减得天数。", "Subtracts; two dates give days.", "学生数 减 寄宿生数 > 100",
      "pupils - boarders > 100"),
    op(.arithmetic, "*", "乘", "相乘。", "Multiplies.", "班级数 乘 45 < 学生数", "classes * 45 < pupils"),
    op(
      .arithmetic, "/", "除以", "相除；除以零为空。", "Divides; by zero is null.", "学生数 除以 班级数 > 50",
      "pupils / classes > 50"),
    op(.arithmetic, "//", "整除", "相除取整。", "Divides, whole part.", "学生数 整除 班级数 > 50", "pupils // classes > 50"),
    op(.arithmetic, "%", "取余", "除后的余数。", "What is left after dividing.", "学生数 取余 2 == 0", "pupils % 2 == 0"),
  ]

  /// The condition stands in a whole pipeline, so that the example can be typed.
  private static func op(
    _ kind: Word.Kind, _ english: String, _ chinese: String, or alternatives: [String] = [], _ zh: String,
    _ en: String, _ exampleZh: String, _ exampleEn: String
  ) -> Word {
    Word(
      kind, english, chinese, or: alternatives, meaning: both(zh, en),
      examples: [both("学校 | 筛选 " + exampleZh, "school | where " + exampleEn)])
  }
}
