import KitModel

/// What can be wrong with the declaration of a form.
public enum FormFaults {
  static let periodKind = Message(
    "workspace.form-period-kind", zh: "period 不能是“{found}”", en: "“{found}” is no kind of period",
    helpZh: "写 year、term、month 或 school_year", helpEn: "write year, term, month or school_year")
  static let notLanguage = Message(
    "workspace.form-not-language", zh: "“{text}”不是能执行的查询或算式", en: "“{text}” is no query or expression",
    helpZh: "先在提示符下试一试，再抄进来", helpEn: "try it at the prompt first")
  static let rowLimit = Message(
    "workspace.form-row-limit", zh: "free 的行数要在 1 到 2000 之间，这里是 {found}",
    en: "free takes 1 to 2000 rows; here it is {found}")
  static let changeLimit = Message(
    "workspace.form-change-limit", zh: "limit 要写成百分数，如 20%，这里是“{found}”",
    en: "limit is a percentage such as 20%; here it is “{found}”")
  static let noSuchField = Message(
    "workspace.form-no-such-field", zh: "fields 里没有“{field}”，或它不合用", en: "fields has no fitting “{field}”",
    helpZh: "写字段的 id；上限要指向数字字段", helpEn: "give the id of a field; a limit points to a number")
  static let reserved = Message(
    "workspace.form-reserved", zh: "字段不能叫“{field}”：这个名称留给收回的数据表",
    en: "no field is called “{field}”: the relation of the returns needs the name", helpZh: "换一个 id",
    helpEn: "take another id")
  static let givenWithoutKey = Message(
    "workspace.form-given-without-key", zh: "rows 是查询时，至少一个字段要写 key: true",
    en: "with rows from a query at least one field has key: true",
    helpZh: "查询的第一列是单位，其余各列按名称对应带 key 或 shown 的字段",
    helpEn:
      "the first column of the query is the unit; the others are matched by name with key and shown fields")
  static let shownWithoutRows = Message(
    "workspace.form-shown-without-rows", zh: "“{field}”写了 key 或 shown，可是 rows 不是查询，没有内容可填",
    en: "“{field}” has key or shown, but rows is no query that could fill it")
  static let twice = Message(
    "workspace.form-twice", zh: "{second} 和 {first} 里的报表重名（{name}）",
    en: "{second} declares a form that {first} has (“{name}”)", helpZh: "改掉其中一个的 id 和 label",
    helpEn: "change id and label of one of them")
  static let leftOut = Message(
    "workspace.form-left-out", zh: "报表 {file} 有错，没有用上", en: "the form {file} has faults and is left out",
    helpZh: "按下面所列改好，重新打开工作区", helpEn: "mend what is listed below and open the workspace again")

  static let all = [
    periodKind, notLanguage, rowLimit, changeLimit, noSuchField, reserved, givenWithoutKey, shownWithoutRows,
    twice,
    leftOut,
  ]
}
