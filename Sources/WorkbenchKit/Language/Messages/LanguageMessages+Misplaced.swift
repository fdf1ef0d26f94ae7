import KitModel

extension LanguageMessages {
  static let misplaced: [Message] = [
    unexpected, pipeAtStart, sourceNotRelation, comparisonChained, operatorForeign, clauseTwice,
    clauseMisplaced,
    rangeWithDash, isOnlyNull, elseAlone, elseLast, paramMisplaced, starInCount, braceUnmatched,
    negationMisplaced,
    trailingComma, conditionOutside,
  ]

  static let unexpected = Message(
    "language.unexpected", zh: "「{found}」不该在这里", en: "'{found}' is not expected here",
    helpZh: "前面的话到这里已经完整；两条语句之间换行或用分号隔开",
    helpEn: "the text before it is complete; separate statements by a new line or a semicolon")

  static let pipeAtStart = Message(
    "language.pipe-at-start", zh: "| 前面没有查询", en: "there is no query before this |", helpZh: "先写表名，如 学校 | 计数",
    helpEn: "begin with a relation, such as school | count")

  static let sourceNotRelation = Message(
    "language.source-not-relation", zh: "| 前面要是一张表，这里却是一个值：{text}",
    en: "a relation should stand before |, not a value: {text}",
    helpZh: "写表名，或者用括号括起一条查询", helpEn: "write the name of a relation, or a query in parentheses")

  static let comparisonChained = Message(
    "language.comparison-chained", zh: "一次只能比较两个值", en: "a comparison takes two values",
    helpZh: "写成 值 介于 小 到 大，或者用「且」连接两个比较", helpEn: "write x between a and b, or join two comparisons with and")

  static let operatorForeign = Message(
    "language.operator-foreign", zh: "这里不用「{found}」，写「{right}」",
    en: "'{found}' is not used here; write '{right}'")

  static let clauseTwice = Message(
    "language.clause-twice", zh: "「{found}」在这一步里写了两次", en: "'{found}' stands twice in this stage",
    helpZh: "留下一个", helpEn: "keep one of them")

  static let clauseMisplaced = Message(
    "language.clause-misplaced", zh: "「{stage}」这一步没有「{found}」", en: "the stage '{stage}' takes no '{found}'",
    helpZh: "写法：{usage}", helpEn: "it is written: {usage}")

  static let rangeWithDash = Message(
    "language.range-with-dash", zh: "从第几到第几行用 .. 或「到」", en: "a range of rows is written with ..",
    helpZh: "写成 {right}", helpEn: "write {right}")

  static let isOnlyNull = Message(
    "language.is-only-null", zh: "is 后面只能是 null 或 not null", en: "only null or not null follows is",
    helpZh: "比较两个值用 ==", helpEn: "use == to compare")

  static let elseAlone = Message(
    "language.else-alone", zh: "「{found}」要和前面的 } 写在同一行",
    en: "'{found}' stands on the line of the } before it",
    helpZh: "写成 如果 … { … } 否则 { … }", helpEn: "write if … { … } else { … }")

  static let elseLast = Message(
    "language.else-last", zh: "「否则」要放在最后，只能有一个", en: "else comes last, and once",
    helpZh: "把它移到末尾", helpEn: "move it to the end")

  static let paramMisplaced = Message(
    "language.param-misplaced", zh: "参数要写在脚本最前面，不能放在花括号里",
    en: "parameters come first in a script, outside of all braces",
    helpZh: "移到脚本开头，前面只能有「设」", helpEn: "move it to the top; only let may come before it")

  static let starInCount = Message(
    "language.star", zh: "这里不用 *", en: "no * is needed here", helpZh: "数行数写 计数()",
    helpEn: "rows are counted with count()")

  static let braceUnmatched = Message(
    "language.brace-unmatched", zh: "这个「{found}」没有对应的开头", en: "nothing opens this '{found}'",
    helpZh: "删掉它，或者补上前面的一半",
    helpEn: "delete it, or put in its other half")

  static let negationMisplaced = Message(
    "language.negation-misplaced", zh: "「{found}」后面要接 属于、介于、包含、开头是、结尾是 或 匹配",
    en: "in, between, contains, starts with, ends with or matches should follow '{found}'",
    helpZh: "否定整个条件写 非 (条件)", helpEn: "to deny a whole condition write not (condition)")

  static let trailingComma = Message(
    "language.comma-too-many", zh: "这里多了一个逗号", en: "there is a comma too many here", helpZh: "删掉它，或者接着写下一项",
    helpEn: "delete it, or write the next item")

  static let conditionOutside = Message(
    "language.condition-outside", zh: "「{found}」要写在聚合的括号里面", en: "'{found}' goes inside the parentheses",
    helpZh: "写成 计数(条件 …)、求和(学生数 条件 …)", helpEn: "write count(where …), sum(pupils where …)")
}
