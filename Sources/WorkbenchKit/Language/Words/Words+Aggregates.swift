import KitModel

extension Words {
  /// Functions over the rows of a group.
  public static let aggregates: [Word] = [
    aggregate(
      "count", "计数", [optional("列", "column")], "行数；写了列则数非空的值。", "Rows, or filled values of a column.",
      "计数()", "count()"),
    aggregate(
      "count_distinct", "去重计数", [needed("列", "column")], "不同的值有几个。", "Different values.", "去重计数(乡镇街道)",
      "count_distinct(township)"),
    aggregate(
      "countif", "条件计数", [needed("条件", "condition")], "符合条件的行数。", "Rows that meet a condition.",
      "条件计数(学生数 > 500)",
      "countif(pupils > 500)"),
    aggregate("sum", "求和", [needed("数", "number")], "总和。", "The sum.", "求和(学生数)", "sum(pupils)"),
    aggregate(
      "avg", "平均", [needed("数", "number")], "平均值，空值不算。", "The mean of filled values.", "平均(学生数)",
      "avg(pupils)"),
    aggregate("min", "最小", [needed("值", "value")], "最小值。", "The least value.", "最小(学生数)", "min(pupils)"),
    aggregate("max", "最大", [needed("值", "value")], "最大值。", "The greatest value.", "最大(学生数)", "max(pupils)"),
    aggregate("median", "中位数", [needed("数", "number")], "中位数。", "The median.", "中位数(学生数)", "median(pupils)"),
    aggregate(
      "percentile", "百分位", [needed("数", "number"), needed("位置", "share")], "百分位数，同 Excel 的 PERCENTILE.INC。",
      "The percentile, as Excel's PERCENTILE.INC.", "百分位(学生数, 90%)", "percentile(pupils, 90%)"),
    aggregate(
      "stddev", "标准差", [needed("数", "number")], "样本标准差（除以 n-1）。", "Standard deviation of a sample (n - 1).",
      "标准差(学生数)", "stddev(pupils)"),
    aggregate(
      "stddev_pop", "总体标准差", [needed("数", "number")], "总体标准差（除以 n）。", "Standard deviation of all (n).",
      "总体标准差(学生数)", "stddev_pop(pupils)"),
    aggregate(
      "cv", "差异系数", [needed("数", "number"), optional("权", "weight")], "总体标准差与平均值之比；加权的是差异系数。",
      "Population deviation over the mean; the official form is weighted by pupils.",
      "差异系数(专任教师数 / 学生数, 学生数)",
      "cv(teachers / pupils, pupils)"),
    aggregate(
      "corr", "相关系数", [needed("数", "number"), needed("数", "number")], "两列的相关系数。",
      "How two columns go together.",
      "相关系数(学生数, 专任教师数)", "corr(pupils, teachers)"),
    aggregate(
      "first", "首值", [needed("值", "value")], "第一行的值。", "The value of the first row.", "首值(名称)", "first(name)"),
    aggregate(
      "last", "末值", [needed("值", "value")], "最后一行的值。", "The value of the last row.", "末值(名称)", "last(name)"),
    aggregate(
      "join_text", "串联", [needed("文本", "text"), optional("分隔", "separator")], "把文本串起来。", "Joins the texts.",
      #"串联(名称, "、")"#, #"join_text(name, "、")"#),
  ]

  /// Functions that only `window` knows.
  public static let windowFunctions: [Word] = [
    window("rank", "排名", [], "名次：1, 2, 2, 4。", "Place: 1, 2, 2, 4.", "排名()", "rank()"),
    window("dense_rank", "密排名", [], "名次：1, 2, 2, 3。", "Place: 1, 2, 2, 3.", "密排名()", "dense_rank()"),
    window("row_number", "序号", [], "第几行。", "Number of the row.", "序号()", "row_number()"),
    window(
      "lag", "上行", [needed("值", "value"), optional("几行", "rows")], "前面那行的值。", "The value of an earlier row.",
      "上行(学生数)", "lag(pupils)"),
    window(
      "lead", "下行", [needed("值", "value"), optional("几行", "rows")], "后面那行的值。", "The value of a later row.",
      "下行(学生数)", "lead(pupils)"),
    window(
      "running_sum", "累计", [needed("数", "number")], "到本行为止的和。", "The sum up to this row.", "累计(学生数)",
      "running_sum(pupils)"),
    window(
      "running_avg", "累计平均", [needed("数", "number")], "到本行为止的平均。", "The mean up to this row.", "累计平均(学生数)",
      "running_avg(pupils)"),
    window(
      "running_count", "累计计数", [optional("值", "value")], "到本行为止的行数。", "The rows up to this row.", "累计计数()",
      "running_count()"),
    window(
      "share", "占比", [needed("数", "number")], "占全组的百分比。", "Its part of the group, in percent.", "占比(学生数)",
      "share(pupils)"),
    window(
      "zscore", "标准分", [needed("数", "number")], "（值-平均）÷总体标准差。", "(x - mean) / population deviation.",
      "标准分(学生数)",
      "zscore(pupils)"),
    window(
      "tscore", "T分", [needed("数", "number")], "50 + 10 × 标准分。", "50 + 10 × zscore.", "T分(学生数)",
      "tscore(pupils)"),
  ]

  static func needed(_ zh: String, _ en: String) -> Word.Parameter { Word.Parameter(both(zh, en)) }

  static func optional(_ zh: String, _ en: String) -> Word.Parameter {
    Word.Parameter(both(zh, en), isOptional: true)
  }

  static func repeated(_ zh: String, _ en: String) -> Word.Parameter {
    Word.Parameter(both(zh, en), isRepeated: true)
  }

  private static func aggregate(
    _ english: String, _ chinese: String, _ parameters: [Word.Parameter], _ zh: String, _ en: String,
    _ exampleZh: String, _ exampleEn: String
  ) -> Word {
    Word(
      .aggregate, english, chinese, meaning: both(zh, en), parameters: parameters,
      examples: [both("学校 | 分组 学区 { n = \(exampleZh) }", "school | group zone { n = \(exampleEn) }")])
  }

  private static func window(
    _ english: String, _ chinese: String, _ parameters: [Word.Parameter], _ zh: String, _ en: String,
    _ exampleZh: String, _ exampleEn: String
  ) -> Word {
    Word(
      .windowFunction, english, chinese, meaning: both(zh, en), parameters: parameters,
      examples: [
        both(
          "学校 | 窗口 n = \(exampleZh) 每 学区 按 学生数 降序",
          "school | window n = \(exampleEn) per zone order pupils desc")
      ])
  }
}
