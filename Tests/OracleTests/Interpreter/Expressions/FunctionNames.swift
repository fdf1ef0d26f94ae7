import KitModel

/// Both names of every function, as section 5 of the language lists them.
enum FunctionNames {
  static let aggregates = [
    "count": "计数", "count_distinct": "去重计数", "countif": "条件计数", "sum": "求和", "avg": "平均", "min": "最小",
    "max": "最大", "median": "中位数", "percentile": "百分位", "stddev": "标准差", "stddev_pop": "总体标准差",
    "cv": "差异系数", "corr": "相关系数", "first": "首值", "last": "末值", "join_text": "串联",
  ]
  static let window = [
    "rank": "排名", "dense_rank": "密排名", "row_number": "序号", "lag": "上行", "lead": "下行",
    "running_sum": "累计", "running_avg": "累计平均", "running_count": "累计计数", "share": "占比",
    "zscore": "标准分", "tscore": "T分",
  ]
  static let scalar = [
    "if": "如果", "coalesce": "首个非空", "round": "四舍五入", "floor": "下取整", "ceil": "上取整", "abs": "绝对值",
    "sqrt": "平方根", "power": "乘方", "least": "较小值", "greatest": "较大值", "number": "转数字",
    "length": "字数", "left": "左取", "right": "右取", "mid": "截取", "trim": "去空格", "upper": "大写",
    "lower": "小写", "replace": "替换", "concat": "连接", "text": "转文本", "pinyin": "拼音",
    "initials": "拼音首字母", "today": "今天", "date": "日期", "year": "年份", "quarter": "季度", "month": "月份",
    "day": "几号", "weekday": "星期", "month_start": "月初", "month_end": "月末", "days": "天数", "weeks": "周数",
    "months": "月数", "years": "年数", "workdays": "工作日",
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: [aggregates, window, scalar].flatMap { table in
      table.flatMap { [(NameKey($0.key), $0.key), (NameKey($0.value), $0.key)] }
    })

  /// The English name of a function.
  static func canonical(_ name: NameKey) -> String? { byName[name] }
}

extension FunctionNames {
  /// The Chinese name of a function; the name itself if it has none.
  static func chinese(_ english: String) -> String {
    aggregates[english] ?? window[english] ?? scalar[english] ?? english
  }
}
