import KitModel

/// What documents and their templates have to say.
public enum DocumentMessages {
  public static let all = [
    noSuchFormat, templateFault, unknownName, unknownPart, blockOpen, tagInBlock, blockEmpty, blockFault,
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
}
