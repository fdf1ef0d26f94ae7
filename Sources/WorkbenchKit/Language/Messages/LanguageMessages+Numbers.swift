import KitModel

extension LanguageMessages {
  static let numbers: [Message] = [
    dayImpossible, monthImpossible, schoolYearImpossible, dateOrCalculation, dateWithPoints,
    monthOrCalculation,
    numberTooLarge, numberThenText, durationNotWhole, zeroMissing,
  ]

  static let dayImpossible = Message(
    "language.day-impossible", zh: "没有「{text}」这一天", en: "there is no day {text}",
    helpZh: "检查月份和日子", helpEn: "check month and day")

  static let monthImpossible = Message(
    "language.month-impossible", zh: "没有「{text}」这个月", en: "there is no month {text}",
    helpZh: "月份是 1 到 12", helpEn: "months go from 1 to 12")

  static let schoolYearImpossible = Message(
    "language.school-year-impossible", zh: "学年是相连的两年，不能写「{text}」",
    en: "a school year spans two years: not {text}",
    helpZh: "写成 {right}", helpEn: "write {right}")

  static let dateOrCalculation = Message(
    "language.date-or-calculation", zh: "「{text}」可以是日期，也可以是算式", en: "{text} may be a date or a calculation",
    helpZh: "日期写 {date}；算式在符号两边加空格：{calculation}",
    helpEn: "a date is {date}; a calculation has blanks: {calculation}")

  static let dateWithPoints = Message(
    "language.date-with-points", zh: "「{text}」可以是日期，也可以是编号",
    en: "{text} may be a date or a number of a paragraph",
    helpZh: "日期写 {date}；编号是文字，要加引号：\"{text}\"", helpEn: "a date is {date}; a paragraph is text: \"{text}\"")

  static let monthOrCalculation = Message(
    "language.month-or-calculation", zh: "「{text}」可以是某年某月，也可以是算式",
    en: "{text} may be a month or a calculation",
    helpZh: "某年某月写 {month}；算式在符号两边加空格：{calculation}",
    helpEn: "a month is {month}; a calculation has blanks: {calculation}")

  static let numberTooLarge = Message(
    "language.number-too-large", zh: "这个数太大或小数位太多：{text}",
    en: "this number is too large or has too many decimal places: {text}",
    helpZh: "整数最多 18 位，小数最多 18 位；编码、电话是文字，要加引号：\"…\"",
    helpEn: "18 digits at most; codes and phone numbers are text and go in quotes: \"…\"")

  static let numberThenText = Message(
    "language.number-then-text", zh: "数字后面直接连着别的字：{text}", en: "a number runs into other characters: {text}",
    helpZh: "是文字就加引号；是名称就用反引号括起来；是两样东西就用空格隔开",
    helpEn: "put text in quotes, a name in backquotes, or a blank between two things")

  static let durationNotWhole = Message(
    "language.duration-not-whole", zh: "时长要是整数：{text}", en: "a duration is a whole number: {text}",
    helpZh: "换成小一级的单位，如半年写 6个月", helpEn: "use a smaller unit: half a year is 6 months")

  static let zeroMissing = Message(
    "language.zero-missing", zh: "小数点前少了 0", en: "a 0 is missing before the point", helpZh: "写成 {right}",
    helpEn: "write {right}")
}
