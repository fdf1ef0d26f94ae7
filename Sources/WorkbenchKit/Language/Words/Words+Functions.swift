import KitModel

extension Words {
  /// Functions of numbers, and of any type.
  public static let numberFunctions: [Word] = [
    function(
      "coalesce", "首个非空", [repeated("值", "value")], "第一个不空的值。", "The first value that is not null.",
      "首个非空(学生数, 0)", "coalesce(pupils, 0)"),
    function(
      "round", "四舍五入", [needed("数", "number"), optional("位数", "places")], "四舍五入到几位小数。",
      "Rounds half away from zero.", "四舍五入(学生数 / 班级数, 1)", "round(pupils / classes, 1)"),
    function(
      "floor", "下取整", [needed("数", "number")], "不大于它的最大整数。", "The whole number at or below.",
      "下取整(学生数 / 班级数)", "floor(pupils / classes)"),
    function(
      "ceil", "上取整", [needed("数", "number")], "不小于它的最小整数。", "The whole number at or above.", "上取整(学生数 / 45)",
      "ceil(pupils / 45)"),
    function(
      "abs", "绝对值", [needed("数", "number")], "去掉负号。", "Without its sign.", "绝对值(学生数 - 500)",
      "abs(pupils - 500)"),
    function(
      "sqrt", "平方根", [needed("数", "number")], "平方根；负数为空。", "Square root; null below zero.", "平方根(学生数)",
      "sqrt(pupils)"),
    function(
      "power", "乘方", [needed("数", "number"), needed("次数", "exponent")], "几次方。", "To the power of.",
      "乘方(班级数, 2)", "power(classes, 2)"),
    function(
      "least", "较小值", [repeated("值", "value")], "同一行里最小的。", "The least within the row.", "较小值(学生数, 1000)",
      "least(pupils, 1000)"),
    function(
      "greatest", "较大值", [repeated("值", "value")], "同一行里最大的。", "The greatest within the row.", "较大值(学生数, 1)",
      "greatest(pupils, 1)"),
    function(
      "number", "转数字", [needed("文本", "text")], "把文本读成数；读不出为空。", "Reads a number from text; else null.",
      "转数字(邮编)", "number(postcode)"),
  ]

  /// Functions of text.
  public static let textFunctions: [Word] = [
    function(
      "length", "字数", [needed("文本", "text")], "有几个字。", "How many characters.", "字数(名称)", "length(name)"),
    function(
      "left", "左取", [needed("文本", "text"), needed("字数", "count")], "开头几个字。", "The first characters.",
      "左取(代码, 2)", "left(code, 2)"),
    function(
      "right", "右取", [needed("文本", "text"), needed("字数", "count")], "末尾几个字。", "The last characters.",
      "右取(代码, 2)", "right(code, 2)"),
    function(
      "mid", "截取", [needed("文本", "text"), needed("从第几", "from"), needed("字数", "count")], "从第几个字起取几个字。",
      "Characters from a place, counted from 1.", "截取(代码, 2, 3)", "mid(code, 2, 3)"),
    function(
      "trim", "去空格", [needed("文本", "text")], "去掉两头的空白。", "Without blanks at both ends.", "去空格(名称)",
      "trim(name)"),
    function("upper", "大写", [needed("文本", "text")], "字母变大写。", "In capitals.", "大写(邮编)", "upper(postcode)"),
    function(
      "lower", "小写", [needed("文本", "text")], "字母变小写。", "In small letters.", "小写(邮编)", "lower(postcode)"),
    function(
      "replace", "替换", [needed("文本", "text"), needed("旧", "old"), needed("新", "new")], "把其中的旧文字换成新文字。",
      "Puts new text for old.", #"替换(名称, "小学", "校")"#, #"replace(name, "小学", "校")"#),
    function(
      "concat", "连接", [repeated("值", "value")], "把几个值接成文本。", "Joins values to one text.", #"连接(代码, "-", 名称)"#,
      #"concat(code, "-", name)"#),
    function("text", "转文本", [needed("值", "value")], "变成文本。", "As text.", "转文本(学生数)", "text(pupils)"),
    function(
      "format", "格式", [needed("值", "value"), needed("样式", "pattern")], "按样式写成文本。", "As text in a pattern.",
      #"格式(学生数, "0,000")"#, #"format(pupils, "0,000")"#),
    function("pinyin", "拼音", [needed("文本", "text")], "拼音。", "Pinyin.", "拼音(名称)", "pinyin(name)"),
    function(
      "initials", "拼音首字母", [needed("文本", "text")], "拼音首字母。", "Initials of its pinyin.", "拼音首字母(名称)",
      "initials(name)"),
  ]

  /// Functions of dates.
  public static let dateFunctions: [Word] = [
    function("today", "今天", [], "今天的日期（以 --as-of 为准）。", "Today (as --as-of says).", "今天()", "today()"),
    function(
      "date", "日期", [needed("年", "year"), optional("月", "month"), optional("日", "day")], "由年月日得日期，或把文本读成日期。",
      "A date from year, month, day, or read from text.", "日期(2024, 9, 1)", "date(2024, 9, 1)"),
    function("year", "年份", [needed("日期", "date")], "年份。", "The year.", "年份(设立日期)", "year(open_from)"),
    function(
      "quarter", "季度", [needed("日期", "date")], "第几季度。", "The quarter, 1 to 4.", "季度(设立日期)",
      "quarter(open_from)"),
    function(
      "month", "月份", [needed("日期", "date")], "几月。", "The month, 1 to 12.", "月份(设立日期)", "month(open_from)"),
    function(
      "day", "几号", [needed("日期", "date")], "几号。", "The day of the month.", "几号(设立日期)", "day(open_from)"),
    function(
      "weekday", "星期", [needed("日期", "date")], "星期几，周一为 1。", "Day of the week, Monday is 1.", "星期(设立日期)",
      "weekday(open_from)"),
    function(
      "month_start", "月初", [needed("日期", "date")], "当月第一天。", "The first day of its month.", "月初(设立日期)",
      "month_start(open_from)"),
    function(
      "month_end", "月末", [needed("日期", "date")], "当月最后一天。", "The last day of its month.", "月末(设立日期)",
      "month_end(open_from)"),
    function(
      "days", "天数", [needed("从", "from"), needed("到", "to")], "相隔几天。", "Days between.", "天数(设立日期, 今天())",
      "days(open_from, today())"),
    function(
      "weeks", "周数", [needed("从", "from"), needed("到", "to")], "相隔几整周。", "Whole weeks between.",
      "周数(设立日期, 今天())", "weeks(open_from, today())"),
    function(
      "months", "月数", [needed("从", "from"), needed("到", "to")], "相隔几整月。", "Whole months between.",
      "月数(设立日期, 今天())", "months(open_from, today())"),
    function(
      "years", "年数", [needed("从", "from"), needed("到", "to")], "相隔几整年。", "Whole years between.",
      "年数(设立日期, 今天())", "years(open_from, today())"),
    function(
      "workdays", "工作日", or: ["工作日数"], [needed("从", "from"), needed("到", "to")], "相隔几个工作日，节假日按工作区的日历。",
      "Working days between, by the calendar of the workspace.", "工作日(设立日期, 今天())",
      "workdays(open_from, today())"),
  ]

  private static func function(
    _ english: String, _ chinese: String, or alternatives: [String] = [], _ parameters: [Word.Parameter],
    _ zh: String, _ en: String, _ exampleZh: String, _ exampleEn: String
  ) -> Word {
    Word(
      .function, english, chinese, or: alternatives, meaning: both(zh, en), parameters: parameters,
      examples: [both("学校 | 增列 x = \(exampleZh)", "school | derive x = \(exampleEn)")])
  }
}
