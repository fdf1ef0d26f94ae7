import KitModel

extension LanguageMessages {
  static let missing: [Message] = [
    unfinished, valueMissing, valueExpected, nameExpected, nameReserved, nameLooksLikeValue, stageExpected,
    stageUnknown, relationExpected, countExpected, symbolExpected, clauseExpected, wordExpected,
    pipeMissing, commaMissing, letMissing, parenthesesMissing, calculationUnnamed, directionTwice,
    blockExpected, andMissing, typeExpected, listEmpty, rowLength,
  ]

  static let unfinished = Message(
    "language.unfinished", zh: "还没有写完", en: "the text is not finished", helpZh: "接着写，或者删掉末尾多余的部分",
    helpEn: "go on, or take away what is too much at the end")

  static let valueMissing = Message(
    "language.value-missing", zh: "「{found}」前面少了一个值", en: "a value is missing before '{found}'",
    helpZh: "补上列名、数、文字或算式", helpEn: "put a column, number, text or calculation there")

  static let valueExpected = Message(
    "language.value-expected", zh: "这里要写列名、数、文字或算式，不能是「{found}」",
    en: "a column, number, text or calculation should stand here, not '{found}'")

  static let nameExpected = Message(
    "language.name-expected", zh: "这里要写名称，不能是「{found}」", en: "a name should stand here, not '{found}'",
    helpZh: "名称里有空格或符号，就用反引号括起来：`…`", helpEn: "a name with blanks or signs goes in backquotes: `…`")

  static let nameReserved = Message(
    "language.name-reserved", zh: "「{found}」是语言里的词，不能直接作名称",
    en: "'{found}' is a word of the language, not a name",
    helpZh: "确实叫这个名称，就用反引号括起来", helpEn: "put it in backquotes if it is a name")

  static let nameLooksLikeValue = Message(
    "language.name-looks-like-value", zh: "这里要写名称，「{found}」会读成数或日期",
    en: "a name should stand here; '{found}' reads as a number or date",
    helpZh: "确实叫这个名称，就用反引号括起来", helpEn: "put it in backquotes if it is a name")

  static let stageExpected = Message(
    "language.stage-expected", zh: "| 后面要写一个步骤，不能是「{found}」", en: "a stage should follow |, not '{found}'",
    helpZh: "如 筛选、选列、排序、分组、导出；help 列出全部", helpEn: "such as where, select, sort, group, export; help lists all"
  )

  static let stageUnknown = Message(
    "language.stage-unknown", zh: "没有「{found}」这个步骤", en: "there is no stage '{found}'",
    helpZh: "如 筛选、选列、排序、分组、导出；help 列出全部", helpEn: "such as where, select, sort, group, export; help lists all"
  )

  static let relationExpected = Message(
    "language.relation-expected", zh: "这里要写一张表，不能是「{found}」",
    en: "a relation should stand here, not '{found}'",
    helpZh: "写表名，或者用括号括起一条查询：(学校 | 筛选 …)",
    helpEn: "write its name, or a query in parentheses: (school | where …)")

  static let countExpected = Message(
    "language.count-expected", zh: "这里要写一个整数，不能是「{found}」",
    en: "a whole number should stand here, not '{found}'",
    helpZh: "写一个整数；算出来的数放在括号里", helpEn: "write a whole number; a calculation goes in parentheses")

  static let symbolExpected = Message(
    "language.symbol-expected", zh: "「{found}」前面少了 {symbol}", en: "{symbol} is missing before '{found}'")

  static let clauseExpected = Message(
    "language.clause-expected", zh: "「{found}」前面少了「{word}」", en: "'{word}' is missing before '{found}'",
    helpZh: "写法：{usage}", helpEn: "it is written: {usage}")

  static let wordExpected = Message(
    "language.word-expected", zh: "「{found}」前面少了「{word}」", en: "'{word}' is missing before '{found}'")

  static let pipeMissing = Message(
    "language.pipe-missing", zh: "「{found}」是一个步骤，前面少了 |", en: "'{found}' is a stage; | is missing before it",
    helpZh: "步骤之间用 | 隔开（中文状态下打 ｜ 也行）", helpEn: "stages are separated by |")

  static let commaMissing = Message(
    "language.comma-missing", zh: "「{found}」前面少了逗号", en: "a comma is missing before '{found}'",
    helpZh: "几项之间用逗号隔开；算式要放在括号里", helpEn: "items are separated by commas; a calculation goes in parentheses")

  static let letMissing = Message(
    "language.let-missing", zh: "给「{name}」起名或赋值，前面少了「设」", en: "'let' is missing before '{name} ='",
    helpZh: "写成 设 {name} = …；比较两个值用 ==", helpEn: "write let {name} = …; to compare use ==")

  static let parenthesesMissing = Message(
    "language.parentheses-missing", zh: "查询放在这里要用括号括起来", en: "a query stands in parentheses here",
    helpZh: "如 打印 (学校 | 计数)", helpEn: "such as print (school | count)")

  static let calculationUnnamed = Message(
    "language.calculation-unnamed", zh: "算出来的列没有名称：{text}", en: "this calculation has no name: {text}",
    helpZh: "写成 名称 = 算式", helpEn: "write name = calculation")

  static let directionTwice = Message(
    "language.direction-twice", zh: "前面的 - 已经是降序，后面不能再写升序或降序", en: "the leading - already sorts downwards",
    helpZh: "去掉 - 或去掉后面的词", helpEn: "leave out the - or the word")

  static let blockExpected = Message(
    "language.block-expected", zh: "「{found}」前面少了花括号", en: "a brace is missing before '{found}'",
    helpZh: "要做的事放在花括号里",
    helpEn: "what is to be done stands in braces")

  static let andMissing = Message(
    "language.and-missing", zh: "「介于」要写两个值：介于 60 到 80", en: "between takes two values: between 60 and 80",
    helpZh: "「{found}」前面少了「到」；名称和「到」之间要有空格", helpEn: "'and' is missing before '{found}'")

  static let typeExpected = Message(
    "language.type-expected", zh: "冒号后面要写类型，不能是「{found}」",
    en: "a type should follow the colon, not '{found}'",
    helpZh: "如 文本、整数、日期、周期、选项(\"春\", \"秋\")",
    helpEn: "such as text, integer, date, period, choice(\"春\", \"秋\")")

  static let listEmpty = Message(
    "language.list-empty", zh: "括号里没有值", en: "there is no value between the parentheses",
    helpZh: "至少写一个值", helpEn: "write at least one value")

  static let rowLength = Message(
    "language.row-length", zh: "这一行有 {count} 个值，表头有 {columns} 个名称",
    en: "this row has {count} {count:value|values}, the first row {columns} {columns:name|names}",
    helpZh: "每行的值要和表头一样多；行之间用分号隔开",
    helpEn: "every row has as many values as there are names; rows are separated by semicolons")
}
