import KitModel

/// Why a cell of a file cannot be taken.
public enum CellMessages {
  public static let errorValue = Message(
    "workspace.cell-error-value", zh: "“{field}”是错误值 {found}。",
    en: "{field}: the cell holds the error {found}.",
    helpZh: "在表里改正公式，或改写为正确的值。", helpEn: "Mend the formula in the sheet, or write the right value.")
  public static let uncalculated = Message(
    "workspace.cell-uncalculated", zh: "“{field}”的公式 {found} 没有存下结果。",
    en: "{field}: the formula {found} has no kept result.",
    helpZh: "用 Excel 或 WPS 打开文件，重新计算并保存，或粘贴为数值。",
    helpEn: "Open the file in Excel or WPS, recalculate and save it, or paste it as values.")
  public static let nested = Message(
    "workspace.cell-nested", zh: "“{field}”里是一组内容 {found}，不是一个值。",
    en: "{field} holds {found}, which is not one value.")
  public static let notOfType = Message(
    "workspace.cell-not-of-type", zh: "“{field}”应是{type}，现在是“{found}”。",
    en: "{field} should be a {type}, found “{found}”.")
  public static let notInteger = Message(
    "workspace.cell-not-integer", zh: "“{field}”应是整数，现在是“{found}”。",
    en: "{field} should be a whole number, found “{found}”.",
    helpZh: "只写数字，如 300；不写约、余、多，不确定的留空。",
    helpEn: "Write digits only, like 300; leave it empty where it is not known.")
  public static let notNumber = Message(
    "workspace.cell-not-number", zh: "“{field}”应是数字，现在是“{found}”。",
    en: "{field} should be a number, found “{found}”.",
    helpZh: "只写数字，如 12.5；不确定的留空。",
    helpEn: "Write digits only, like 12.5; leave it empty where it is not known.")
  public static let unitDiffers = Message(
    "workspace.cell-unit-differs", zh: "“{field}”按{declared}收，“{found}”的单位“{unit}”换算不了。",
    en: "{field} is kept in {declared}; the unit “{unit}” of “{found}” cannot be converted.",
    helpZh: "换算成{declared}，只写数字。", helpEn: "Convert it to {declared} and write digits only.")
  public static let unitUndeclared = Message(
    "workspace.cell-unit-undeclared", zh: "“{field}”没有规定单位，“{found}”的单位“{unit}”不知道怎么换算。",
    en: "{field} declares no unit, so that “{unit}” of “{found}” cannot be converted.",
    helpZh: "按这一列其他行的单位写，只写数字。", helpEn: "Write it in the unit of the other rows, digits only.")
  public static let percentWhereNumber = Message(
    "workspace.cell-percent-where-number", zh: "“{field}”应是数字，这一格却是百分比格式（值 {found}）。",
    en: "{field} should be a number, but the cell has a percent format (value {found}).",
    helpZh: "把单元格格式改为“常规”，核对数字。", helpEn: "Set the cell's format to General and check the figure.")
  public static let percentSignMissing = Message(
    "workspace.cell-percent-sign-missing", zh: "“{field}”是百分比，“{found}”没有百分号。",
    en: "{field} is a percent; “{found}” has no percent sign.", helpZh: "写成 {found}%。",
    helpEn: "Write {found}%.")
  public static let tooManyDigits = Message(
    "workspace.cell-too-many-digits", zh: "“{field}”的数字太长：{found}。",
    en: "{field}: {found} has too many digits.")
  public static let outOfRange = Message(
    "workspace.cell-out-of-range", zh: "“{field}”应在 {min} 到 {max} 之间，现在是 {found}。",
    en: "{field} should lie between {min} and {max}, found {found}.")
  public static let tooSmall = Message(
    "workspace.cell-too-small", zh: "“{field}”不能小于 {min}，现在是 {found}。",
    en: "{field} should be at least {min}, found {found}.")
  public static let tooLarge = Message(
    "workspace.cell-too-large", zh: "“{field}”不能大于 {max}，现在是 {found}。",
    en: "{field} should be at most {max}, found {found}.")
  public static let tooLong = Message(
    "workspace.cell-too-long", zh: "“{field}”最多 {limit} 个字，现在 {length} 个：“{found}”。",
    en: "{field} may have {limit} characters, found {length}: “{found}”.")
  public static let tooShort = Message(
    "workspace.cell-too-short", zh: "“{field}”至少 {limit} 个字，现在 {length} 个：“{found}”。",
    en: "{field} needs {limit} characters, found {length}: “{found}”.")
  public static let patternMismatch = Message(
    "workspace.cell-pattern-mismatch", zh: "“{field}”的写法不对：“{found}”。",
    en: "{field} is not written as it should be: “{found}”.",
    helpZh: "要求的写法：{pattern}", helpEn: "The form that is asked for: {pattern}")
  public static let noSuchDay = Message(
    "workspace.cell-no-such-day", zh: "“{field}”写的“{found}”不存在：{year}年{month}月没有{day}日。",
    en: "{field}: “{found}” does not exist; {year}-{month} has no day {day}.")
  public static let notDate = Message(
    "workspace.cell-not-date", zh: "“{field}”应是日期，现在是“{found}”。",
    en: "{field} should be a date, found “{found}”.",
    helpZh: "写成 2024-09-01、2024.9.1 或 2024年9月1日。", helpEn: "Write 2024-09-01.")
  public static let notTime = Message(
    "workspace.cell-not-time", zh: "“{field}”应是时刻，现在是“{found}”。",
    en: "{field} should be a time, found “{found}”.",
    helpZh: "写成 2024-09-01 08:30。", helpEn: "Write 2024-09-01 08:30.")
  public static let notPeriod = Message(
    "workspace.cell-not-period", zh: "“{field}”应是周期，现在是“{found}”。",
    en: "{field} should be a period, found “{found}”.",
    helpZh: "写成 {forms}。", helpEn: "Write {forms}.")
  public static let notBoolean = Message(
    "workspace.cell-not-boolean", zh: "“{field}”应填是或否，现在是“{found}”。",
    en: "{field} should be yes or no, found “{found}”.",
    helpZh: "可以写 是/否、√/×、有/无、Y/N。", helpEn: "Write 是 or 否, √ or ×, Y or N.")
  public static let notChoice = Message(
    "workspace.cell-not-choice", zh: "“{field}”没有“{found}”这一项。", en: "{field} has no choice “{found}”.",
    helpZh: "只能是：{allowed}。", helpEn: "Allowed: {allowed}.")
  public static let notChoiceNear = Message(
    "workspace.cell-not-choice-near", zh: "“{field}”没有“{found}”这一项，是不是“{near}”？",
    en: "{field} has no choice “{found}”; is “{near}” meant?", helpZh: "只能是：{allowed}。",
    helpEn: "Allowed: {allowed}.")
  public static let noSuchReference = Message(
    "workspace.cell-no-such-reference", zh: "“{field}”写的“{found}”，在{entity}里找不到。",
    en: "{field}: no {entity} is called “{found}”.",
    helpZh: "写代码、全称、简称或曾用名；新的先导入{entity}。",
    helpEn: "Write a code, full, short or former name; import a new {entity} first.")
  public static let noSuchReferenceNear = Message(
    "workspace.cell-no-such-reference-near", zh: "“{field}”写的“{found}”，在{entity}里找不到，是不是{near}？",
    en: "{field}: no {entity} is called “{found}”; is {near} meant?",
    helpZh: "写代码、全称、简称或曾用名。", helpEn: "Write a code, full, short or former name.")
  public static let ambiguousReference = Message(
    "workspace.cell-ambiguous-reference", zh: "“{field}”写的“{found}”可以指{entity}里的几个：{candidates}。",
    en: "{field}: “{found}” may mean several of {entity}: {candidates}.", helpZh: "改写代码。",
    helpEn: "Write the code.")
  public static let leadingZeroLost = Message(
    "workspace.cell-leading-zero-lost", zh: "“{field}”写的 {found} 在{entity}里找不到；是不是丢了前面的 0：{near}？",
    en: "{field}: no {entity} has the code {found}; was a leading zero lost from {near}?",
    helpZh: "把这一列设为文本格式，补上前面的 0。", helpEn: "Format the column as text and write the zeros.")
  public static let codeLostZero = Message(
    "workspace.cell-code-lost-zero", zh: "“{field}”是数值 {found}，库里有 {near}；是不是丢了前面的 0？",
    en: "{field} is the number {found}, and {near} is known: was a leading zero lost?",
    helpZh: "把这一列设为文本格式，补上前面的 0。", helpEn: "Format the column as text and write the zeros.")
  public static let requiredEmpty = Message(
    "workspace.cell-required-empty", zh: "“{field}”必填，这一行空着{key}。",
    en: "{field} is required and empty here{key}.")
  public static let keyTwice = Message(
    "workspace.cell-key-twice", zh: "“{found}”在文件里出现两次，另一处在 {other}。",
    en: "“{found}” stands twice in the file; the other place is {other}.",
    helpZh: "核对两行，只留一行。", helpEn: "Compare the two rows and keep one.")
  public static let wholeAndParts = Message(
    "workspace.cell-whole-and-parts",
    zh: "{key}：这一行是“{found}”，{other}又是“{known}”，合起来会重复计数。",
    en: "{key}: this row is for {found} and {other} for {known}; together they would be counted twice.",
    helpZh: "只留一种：要么只有“{whole}”一行，要么只按{field}分行。",
    helpEn: "Keep one of the two: either one row for {whole}, or rows by {field} only.")
  public static let wholeStored = Message(
    "workspace.cell-whole-stored",
    zh: "{key}：这一行是“{found}”，库里已有“{known}”{place}，合起来会重复计数。",
    en:
      "{key}: this row is for {found}, and the store has one for {known}{place}; together they would be counted twice.",
    helpZh: "从文件里去掉这一行；要以这一行为准，先删去库里的再导入：{remedy}",
    helpEn: "Take this row out of the file; to take it instead, first delete what is there: {remedy}")
  public static let yearStoredByPart = Message(
    "workspace.cell-year-stored-by-part",
    zh: "{key}：{entity}里已有“{known}”{place}，这一行的数会记成“{found}”，合起来会重复计数。",
    en:
      "{key}: {entity} has a row for {known}{place}; the figures of this row would be kept for {found} and counted twice.",
    helpZh: "从文件里去掉这一行的数；要以它为准，先删去库里的再导入：{remedy}",
    helpEn: "Empty the figures of this row; to take them instead, first delete what is there: {remedy}")
  public static let valueTwice = Message(
    "workspace.cell-value-twice", zh: "“{field}”不能重复，“{found}”另见 {other}。",
    en: "{field} may not repeat; “{found}” stands also at {other}.")
  public static let referencesDisagree = Message(
    "workspace.cell-references-disagree",
    zh: "这一格指 {second}，同一行的 {other} 指 {first}，不是同一个{entity}。",
    en:
      "This cell means {second}, {other} of the same row means {first}: not the same {entity}.",
    helpZh: "核对代码和名称。", helpEn: "Check code and name.")
  public static let cellBeyondHeading = Message(
    "workspace.cell-beyond-heading", zh: "这一格有内容“{found}”，上面却没有表头。",
    en: "The cell holds “{found}”, but there is no heading above it.",
    helpZh: "看是不是整行错开了一列；要留下就补上表头，不要就删去。",
    helpEn: "See whether the row has shifted; give the column a heading, or empty it.")
  public static let columnCount = Message(
    "workspace.cell-column-count", zh: "这一行有 {found} 列，表头是 {expected} 列。",
    en: "The row has {found} {found:column|columns}, the heading {expected}.",
    helpZh: "内容里有逗号时，整格加英文引号。", helpEn: "Put a cell that holds a comma in quotes.")
  public static let parentDiffers = Message(
    "workspace.cell-parent-differs", zh: "“{found}”已在库里，{field}是“{known}”，不能当作“{wanted}”。",
    en: "“{found}” is known already with {field} “{known}”, not “{wanted}”.",
    helpZh: "核对代码。", helpEn: "Check the code.")

  public static let all = [
    errorValue, uncalculated, nested, notOfType, notInteger, notNumber, unitDiffers, unitUndeclared,
    percentWhereNumber,
    percentSignMissing,
    tooManyDigits, outOfRange, tooSmall, tooLarge, tooLong, tooShort, patternMismatch, noSuchDay, notDate,
    notTime, notPeriod, notBoolean, notChoice, notChoiceNear, noSuchReference, noSuchReferenceNear,
    ambiguousReference, leadingZeroLost, codeLostZero, requiredEmpty, keyTwice, valueTwice,
    wholeAndParts, wholeStored, yearStoredByPart,
    referencesDisagree,
    cellBeyondHeading, columnCount, parentDiffers,
  ]
}
