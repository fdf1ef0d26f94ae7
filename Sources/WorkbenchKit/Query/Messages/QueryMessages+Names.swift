import KitModel

/// Names that are nothing, or too much.
extension QueryMessages {
  package static let unknownRelation = Message(
    "query.unknown-relation", zh: "没有叫“{name}”的关系（表、名录或命令）。",
    en: "There is no relation (entity, table or command) named “{name}”.",
    helpZh: "用“目录”看有哪些关系。",
    helpEn: "`catalog` lists all relations.")
  package static let unknownRelationNear = Message(
    "query.unknown-relation-near", zh: "没有叫“{name}”的关系。是不是：{near}？",
    en: "There is no relation named “{name}”. Did you mean {near}?")
  package static let ambiguousRelation = Message(
    "query.ambiguous-relation", zh: "“{name}”可以指几样东西：{list}。",
    en: "“{name}” may mean several things: {list}.",
    helpZh: "写全名，如 插件.实体。",
    helpEn: "Write the full name, as plugin.entity.")
  package static let unknownColumn = Message(
    "query.unknown-column", zh: "这里没有叫“{name}”的列。",
    en: "There is no column named “{name}” here.",
    helpZh: "现有的列：{list}。",
    helpEn: "There are: {list}.")
  package static let unknownColumnNear = Message(
    "query.unknown-column-near", zh: "这里没有叫“{name}”的列。是不是：{near}？",
    en: "There is no column named “{name}” here. Did you mean {near}?")
  package static let ambiguousColumn = Message(
    "query.ambiguous-column", zh: "“{name}”可以指几列：{list}。",
    en: "“{name}” may mean several columns: {list}.",
    helpZh: "写其中一列的英文名。",
    helpEn: "Write the id of one of them.")
  package static let notAColumn = Message(
    "query.not-a-column", zh: "“{name}”不是现有的列。",
    en: "“{name}” is no column of these rows.",
    helpZh: "先用“增列”或“选列”取出它。",
    helpEn: "Take it out with `derive` or `select` first.")
  package static let unknownField = Message(
    "query.unknown-field", zh: "“{entity}”没有叫“{name}”的字段。",
    en: "“{entity}” has no field named “{name}”.")
  package static let unknownFieldNear = Message(
    "query.unknown-field-near", zh: "“{entity}”没有叫“{name}”的字段。是不是：{near}？",
    en: "“{entity}” has no field named “{name}”. Did you mean {near}?")
  package static let notAReference = Message(
    "query.not-a-reference", zh: "“{name}”不指向别的记录，后面不能用点取字段。",
    en: "“{name}” refers to no other row: no field can be reached over it.")
  package static let unknownVariable = Message(
    "query.unknown-variable", zh: "没有叫“{name}”的变量。",
    en: "There is no variable named “{name}”.",
    helpZh: "这里不在表的行里，只能用变量；用“设 名字 = …”定义。",
    helpEn: "Outside rows only variables exist; `let name = …` makes one.")
  package static let unknownVariableNear = Message(
    "query.unknown-variable-near", zh: "没有叫“{name}”的变量。是不是：{near}？",
    en: "There is no variable named “{name}”. Did you mean {near}?")
  package static let variableOrColumn = Message(
    "query.variable-or-column", zh: "“{name}”既是变量，又是这里的列（{id}）。",
    en: "“{name}” is both a variable and a column here ({id}).",
    helpZh: "变量写 ${name}，列写 `{name}`。",
    helpEn: "Write ${name} for the variable, `{name}` for the column.")
  package static let rowVariable = Message(
    "query.row-variable", zh: "“{name}”是一整行，要用点取其中一列，如 {name}.列名。",
    en: "“{name}” is a whole row: take one of its columns with a dot, as {name}.column.")
  package static let relationAsValue = Message(
    "query.relation-as-value", zh: "“{name}”是一个关系，不是一个值。",
    en: "“{name}” is a relation, not a value.",
    helpZh: "要一个值，写在括号里并算出一行一列：要行数写 ({name} | 计数)，已经只是一个数就写 ({name} | 取 1)。",
    helpEn:
      "For a value write a pipeline of one row and one column: ({name} | count) for how many rows it has, ({name} | take 1) where it is one value already."
  )
  package static let unknownFunction = Message(
    "query.unknown-function", zh: "没有叫“{name}”的函数。",
    en: "There is no function named “{name}”.",
    helpZh: "“帮助”列出全部函数。",
    helpEn: "`help` lists all functions.")
  package static let unknownFunctionNear = Message(
    "query.unknown-function-near", zh: "没有叫“{name}”的函数。是不是：{near}？",
    en: "There is no function named “{name}”. Did you mean {near}?")
  package static let outerName = Message(
    "query.outer-name", zh: "括号里的查询看不到外面一行的“{name}”。",
    en: "The query in parentheses does not see “{name}” of the row around it.",
    helpZh: "用“关联”或“查找”把两边连起来，或先用“设”定义变量。",
    helpEn: "Bring both together with `join` or `lookup`, or make it a variable with `let`.")
  package static let blankMissing = Message(
    "query.blank-missing", zh: "这里没有叫“{name}”的列。是不是漏了空格：{meant}？",
    en: "There is no column named “{name}” here. Is a blank missing: {meant}?")
  package static let quotesMissing = Message(
    "query.quotes-missing", zh: "没有叫“{name}”的列。文字要加引号：\"{name}\"。",
    en: "There is no column named “{name}”. Text stands in quotes: \"{name}\".")
  package static let commaMeant = Message(
    "query.comma-meant", zh: "“{name}”不是路径。是不是想用逗号分开两列？",
    en: "“{name}” is no path. Were two columns meant, with a comma between?")
  package static let doubleColumn = Message(
    "query.double-column", zh: "同一步里有两列都叫“{name}”。",
    en: "Two columns of one stage are named “{name}”.",
    helpZh: "给其中一列另起名字。",
    helpEn: "Give one of them another name.")
  package static let sideNeeded = Message(
    "query.side-needed", zh: "“{name}”两边都有。",
    en: "Both sides have “{name}”.",
    helpZh: "写 left.{name} 或 {right}.{name}。",
    helpEn: "Write left.{name} or {right}.{name}.")
  package static let letLoop = Message(
    "query.let-loop", zh: "“{name}”的定义绕回了自己。",
    en: "The definition of “{name}” leads back to itself.",
    helpZh: "换一个名称再设。", helpEn: "Give it another name in `let`.")
  package static let computedLoop = Message(
    "query.computed-loop", zh: "“{entity}”的计算列绕回了自己。",
    en: "The computed columns of “{entity}” lead back to themselves.",
    helpZh: "请把这句话告诉插件的作者。", helpEn: "Tell the author of the plugin.")
  package static let computedBroken = Message(
    "query.computed-broken", zh: "插件“{plugin}”给“{entity}”加的计算列有错，用不了。",
    en: "The computed columns that plugin “{plugin}” adds to “{entity}” are broken.",
    helpZh: "请把这句话告诉插件的作者。",
    helpEn: "Tell the author of the plugin.")
  package static let commandNotRead = Message(
    "query.command-not-read", zh: "“{name}”不能在这里当数据来源。",
    en: "“{name}” cannot be a source here.",
    helpZh: "只有读数据的命令能放在管道开头。",
    helpEn: "Only commands that read may begin a pipeline.")
  package static let pipeMissing = Message(
    "query.pipe-missing", zh: "“{name}”和“{stage}”之间少了“|”。",
    en: "A bar is missing between “{name}” and “{stage}”.")
  package static let noSuchRow = Message(
    "query.no-such-row", zh: "“{entity}”里没有叫“{name}”的，也没有这个代码，所以一行也对不上。",
    en: "No “{entity}” has the name or the key “{name}”, so nothing matches.")
  package static let nameOfSeveral = Message(
    "query.name-of-several", zh: "有几个都叫“{name}”，代码分别是 {list}。",
    en: "Several bear the name “{name}”; their keys are {list}.",
    helpZh: "改用代码。",
    helpEn: "Use the key.")
  package static let lookupFailed = Message(
    "query.lookup-failed", zh: "查询没能完成。",
    en: "The query could not be finished.")

  static let aboutNames: [Message] = [
    unknownRelation, unknownRelationNear, ambiguousRelation, unknownColumn, unknownColumnNear,
    ambiguousColumn, notAColumn, unknownField, unknownFieldNear, notAReference, unknownVariable,
    unknownVariableNear, variableOrColumn, rowVariable, relationAsValue, unknownFunction, unknownFunctionNear,
    outerName, blankMissing, quotesMissing, commaMeant, doubleColumn, sideNeeded, letLoop, computedLoop,
    computedBroken, commandNotRead, pipeMissing, noSuchRow, nameOfSeveral, lookupFailed,
  ]
}
