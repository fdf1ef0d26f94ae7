import KitModel

/// What documents and their templates have to say.
public enum DocumentMessages {
  public static let all =
    PDFMessages.all + PictureMessages.all + [
      noSuchFormat, templateFault, unknownName, unknownPart, blockOpen, tagInBlock, blockEmpty, blockFault,
      restricted, svgInDocx, paperLine, paperDay, paperTwice, paperWithout, chartKind, chartWithoutNumbers,
      chartWithoutRows,
      notFrozen,
    ]

  static let noSuchFormat = Message(
    "documents.no-such-format", zh: "不能写成“{found}”", en: "nothing can be written as “{found}”",
    helpZh: "可以写成 {allowed}，几种之间用逗号", helpEn: "it may be {allowed}, with commas between several")
  static let templateFault = Message(
    "documents.template-fault", zh: "模板里的双花括号写错了：“{text}”",
    en: "the braces in the template are wrong: “{text}”",
    helpZh: "一处写成 {{名称}}，一段写成 {{#名称}} … {{/名称}}",
    helpEn: "a value is {{name}}, a part is {{#name}} … {{/name}}")
  static let unknownName = Message(
    "documents.template-unknown-name", zh: "模板里没有叫“{name}”的值",
    en: "there is no value “{name}” for a template",
    helpZh: "可以用：{names}", helpEn: "there are: {names}")
  static let unknownPart = Message(
    "documents.template-unknown-table", zh: "模板里没有叫“{name}”的表",
    en: "there is no table “{name}” for a template",
    helpZh: "可以用：{names}；或者写 ```dudao 标题，下面写查询",
    helpEn: "there are: {names}; or write ```dudao TITLE with a query below it")
  static let blockOpen = Message(
    "documents.template-block-open", zh: "这里开始的 ``` 没有结束", en: "the ``` that begins here has no end",
    helpZh: "在表或查询的下一行单独写 ```", helpEn: "write ``` on a line of its own below it")
  static let tagInBlock = Message(
    "documents.template-tag-in-query", zh: "查询里不能有双花括号", en: "braces cannot stand in a query",
    helpZh: "查询里用 $year、$unit、$category", helpEn: "in a query there are $year, $unit, $category")
  static let blockEmpty = Message(
    "documents.template-block-empty", zh: "这个查询是空的", en: "this query is empty",
    helpZh: "在 ```dudao 的下一行写查询", helpEn: "write the query below ```dudao")
  static let blockFault = Message(
    "documents.template-query-fault", zh: "出在模板 {file} 第 {line} 行的查询里",
    en: "this is in the query at line {line} of the template {file}")
  static let restricted = Message(
    "documents.restricted", zh: "“{column}”不能写进文档：{rule}",
    en: "“{column}” cannot stand in a document: {rule}",
    helpZh: "用「| 选列」去掉这一列，或者先汇总", helpEn: "leave the column out with select, or summarise it first")
  static let svgInDocx = Message(
    "documents.svg-in-docx", zh: "图“{picture}”是 svg，docx 里放不了，只写了它的说明",
    en: "the picture “{picture}” is svg, which docx does not show; its words stand in its place",
    helpZh: "另给一个 png 文件", helpEn: "give it as png")
  static let paperLine = Message(
    "documents.template-paper-line", zh: "“公文”块里这一行看不懂：“{text}”",
    en: "this line of the block “paper” says nothing known: “{text}”",
    helpZh: "一行写成 名称：内容，名称可以是：{names}", helpEn: "a line is NAME: VALUE, with one of the names {names}")
  static let paperDay = Message(
    "documents.template-paper-day", zh: "“{text}”不是日期", en: "“{text}” is no day",
    helpZh: "写成 2024-09-05 或 2024年9月5日", helpEn: "write it as 2024-09-05")
  static let paperTwice = Message(
    "documents.template-paper-twice", zh: "“公文”块里“{name}”只能写一行，这里又有“{text}”",
    en: "the block “paper” has one line “{nameEn}”; here is another: “{text}”",
    helpZh: "几个单位写在一行里，中间用“，”或“、”", helpEn: "write several into one line, with commas between them")
  static let paperWithout = Message(
    "documents.template-paper-without", zh: "“公文”块里写了“{name}”，没有“{other}”，印不出来",
    en: "the block “paper” has “{nameEn}” and no “{otherEn}”, without which it is not printed",
    helpZh: "加一行 {other}：…", helpEn: "add a line {otherEn}: …")
  static let chartKind = Message(
    "documents.chart-kind", zh: "没有“{found}”这种图", en: "there is no chart of the kind “{found}”",
    helpZh: "可以是 柱状、折线、散点、直方", helpEn: "it may be bar, line, dot or histogram")
  static let notFrozen = Message(
    "documents.template-not-frozen", zh: "要签发的公文里不能有“{block}”块：签发以后内容不再跟着数据变",
    en:
      "a paper that is to be signed cannot hold a block “{block}”: once signed, what it says no longer follows the data",
    helpZh: "用 ```dudao 写查询（拟稿时写成表格），或者用 ```表格",
    helpEn: "write the query in ```dudao (its rows are written out when it is drafted), or use ```grid")
  static let chartWithoutNumbers = Message(
    "documents.chart-without-numbers", zh: "没有可以画的数字列", en: "there is no column of numbers to be drawn",
    helpZh: "查询里要有一列名称和至少一列数字", helpEn: "the query is to have a column of names and at least one of numbers")
  static let chartWithoutRows = Message(
    "documents.chart-without-rows", zh: "没有行可以画，没有画图", en: "there are no rows to be drawn; nothing was drawn")
}
