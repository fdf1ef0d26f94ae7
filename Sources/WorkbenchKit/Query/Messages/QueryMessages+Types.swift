import KitModel

/// Values that do not go together.
extension QueryMessages {
  package static let overflow = Message(
    "query.overflow", zh: "计算超出了范围：结果在 64 位整数里放不下。",
    en: "The calculation left its range: the result does not fit into 64 bits.",
    helpZh: "检查数值是否有误；确需这么大的数，先除以 1 变成实数再算。",
    helpEn: "Check the values; if numbers that large are meant, divide by 1 first to calculate with reals.")
  package static let dateRange = Message(
    "query.date-range", zh: "算出的日期不在 1 年到 9999 年之间。",
    en: "The calculated date lies outside the years 1 to 9999.",
    helpZh: "检查加减的天数或月数是否有误。",
    helpEn: "Check the number of days or months that is added or taken away.")
  package static let cannotCompare = Message(
    "query.cannot-compare", zh: "{left}不能和{right}比较。",
    en: "{left} cannot be compared with {right}.")
  package static let cannotCalculate = Message(
    "query.cannot-calculate", zh: "{left}和{right}之间不能用 {operator} 计算。",
    en: "{operator} does not take {left} and {right}.")
  package static let joinText = Message(
    "query.join-text", zh: "{left}和{right}不能直接相加。",
    en: "{left} and {right} cannot be added.",
    helpZh: "用 连接(…) 或 转文本(…)。",
    helpEn: "Use concat(…) or text(…).")
  package static let textAndNumber = Message(
    "query.text-and-number", zh: "{left}不能和{right}比较。代码是文本，要加引号，前面的 0 才不会丢。",
    en: "{left} cannot be compared with {right}. Codes are text: in quotes their leading zeros count.")
  package static let textAndDate = Message(
    "query.text-and-date", zh: "日期不加引号：{date}。",
    en: "A date stands without quotes: {date}.")
  package static let textAndPeriod = Message(
    "query.text-and-period", zh: "周期不加引号：{period}。",
    en: "A period stands without quotes: {period}.")
  package static let dateInPeriod = Message(
    "query.date-in-period", zh: "{left}不能等于{right}：日期落在周期里，用“属于”。",
    en: "{left} cannot equal {right}: a date lies in a period, so write `in`.")
  package static let periodKinds = Message(
    "query.period-kinds", zh: "两个周期种类不同（学期、学年、年、月），不能比较。",
    en: "These periods are of different kinds (term, school year, year, month) and cannot be compared.")
  package static let periodLiteral = Message(
    "query.period-literal", zh: "“属于”的右边要是一个写明的周期，如 2024秋。",
    en: "A date lies in a period that is written out, as 2024秋.")
  package static let periodOutside = Message(
    "query.period-outside", zh: "周期 {period} 在日历里没有起止日期。",
    en: "The calendar has no first and last day for the period {period}.",
    helpZh: "检查 workspace.yaml 的 calendar：学期的起始日每年都要有。",
    helpEn:
      "Check `calendar` in workspace.yaml: the day on which a term starts has to be there in every year.")
  package static let percentMeant = Message(
    "query.percent-meant", zh: "百分比在 0 到 1 之间，{number} 是不是 {number}%？",
    en: "A percent lies between 0 and 1: was {number}% meant?")
  package static let notAChoice = Message(
    "query.not-a-choice", zh: "这一列不会是“{text}”，只能是：{list}。",
    en: "This column is never “{text}”; it is one of {list}.")
  package static let notAChoiceNear = Message(
    "query.not-a-choice-near", zh: "这一列不会是“{text}”。是不是：{near}？",
    en: "This column is never “{text}”. Did you mean {near}?",
    helpZh: "可以是：{list}。",
    helpEn: "It is one of {list}.")
  package static let notCondition = Message(
    "query.not-condition", zh: "条件要是“是”或“否”，这里是{type}。",
    en: "A condition is true or false; this is {type}.")
  package static let differentTypes = Message(
    "query.different-types", zh: "这些值种类不同，放不到一列里：{list}。",
    en: "These values are of different types: {list}.")
  package static let argumentType = Message(
    "query.argument-type", zh: "{function} 要{wanted}，这里是{type}。",
    en: "{function} takes {wanted}; this is {type}.")
  package static let argumentCount = Message(
    "query.argument-count", zh: "写了 {count} 个参数。写法：{usage}",
    en: "There are {count} arguments. Usage: {usage}")
  package static let conditionNotHere = Message(
    "query.condition-not-here", zh: "{function} 里不能写“条件”，只有汇总函数可以。",
    en: "{function} takes no `where`; only aggregates do.")
  package static let referenceAsText = Message(
    "query.reference-as-text", zh: "引用按代码比较，要比名称请写 .{field}。",
    en: "A reference compares by its key; for the name write .{field}.")
  package static let differentReferences = Message(
    "query.different-references", zh: "“{left}”和“{right}”是两类不同的记录，不能比较。",
    en: "“{left}” and “{right}” are different kinds of rows and cannot be compared.")
  package static let badPattern = Message(
    "query.bad-pattern", zh: "“{pattern}”不是正确的匹配式。",
    en: "“{pattern}” is no regular expression.",
    helpZh: "只找文字用“包含”。",
    helpEn: "To look for plain text use `contains`.")
  package static let tableAsValue = Message(
    "query.table-as-value", zh: "这里要一个值，不是一张表。",
    en: "A value is due here, not a table.")
  package static let scalarColumns = Message(
    "query.scalar-columns", zh: "这里要一列，查询给出 {count} 列。",
    en: "One column is due here; the query has {count}.",
    helpZh: "在后面加“选列”。",
    helpEn: "End it with `select`.")
  package static let oneRowOnly = Message(
    "query.one-row-only", zh: "括号里的查询当作一个值，却查出了不止一行。",
    en: "The query in parentheses stands for one value but found more than one row.",
    helpZh: "在后面加“取 1”，或先汇总。",
    helpEn: "End it with `take 1`, or aggregate first.")
  package static let aggregateOutside = Message(
    "query.aggregate-outside", zh: "{function} 在这里没有要汇总的行。",
    en: "{function} has no rows to work on here.",
    helpZh: "按组算用“分组”，给每行加组内的数用“窗口”，全表一个数写 (关系 | 分组 …)。",
    helpEn: "Use `group` for groups, `window` for a value on each row, or (relation | group …) for one value."
  )
  package static let aggregateNested = Message(
    "query.aggregate-nested", zh: "{function} 不能再放在汇总函数里。",
    en: "{function} cannot stand inside another aggregate.",
    helpZh: "分两步算：先分组，再汇总。",
    helpEn: "Take two steps: group first, then aggregate.")
  package static let relationNeedsColumn = Message(
    "query.relation-needs-column", zh: "{function} 要指明“{name}”的哪一列：{name}.列名。",
    en: "{function} takes a column of “{name}”: {name}.column.")
  package static let windowOutside = Message(
    "query.window-outside", zh: "{function} 只能用在“窗口”里。",
    en: "{function} stands only in `window`.")
  package static let orderNeeded = Message(
    "query.order-needed", zh: "{function} 要有次序：在“窗口”里写“按 列”。",
    en: "{function} needs an order: write `order column` in `window`.")
  package static let notAKey = Message(
    "query.not-a-key", zh: "“{name}”不是分组的列，要放进汇总函数里，如 最大({name})。",
    en: "“{name}” is no key of the group: put it into an aggregate, as max({name}).")
  package static let percentileRange = Message(
    "query.percentile-range", zh: "百分位的位置在 0 到 1 之间（0% 到 100%），这里是 {value}。",
    en: "The place of a percentile lies between 0 and 1 (0% to 100%); this is {value}.")
  package static let nestedTooDeep = Message(
    "query.nested-too-deep", zh: "这个算式套得太深，引擎算不了。",
    en: "This calculation is nested too deeply for the engine.",
    helpZh: "用“增列”分几步算。",
    helpEn: "Take several steps with `derive`.")
  package static let workdays = Message(
    "query.workdays", zh: "工作日按周一至周五算，没有扣除节假日：工作区的日历里没有放假安排。",
    en: "Working days are Monday to Friday; no holidays are taken out: the workspace's calendar has none.",
    helpZh: "在 workspace.yaml 的 calendar 里写 holidays 和 workdays（调休上班）。",
    helpEn:
      "List `holidays` and `workdays` (weekend days that are worked) under `calendar` in workspace.yaml.")
  package static let workdaysOfYears = Message(
    "query.workdays-of-years", zh: "节假日和调休按工作区的日历，里面有 {years} 年；其他年份只按周一至周五算。",
    en:
      "Holidays are those of the workspace's calendar, which has {years}; other years count Monday to Friday."
  )

  static let aboutTypes: [Message] = [
    overflow, dateRange, cannotCompare, cannotCalculate, joinText, textAndNumber, textAndDate, textAndPeriod,
    dateInPeriod, periodKinds, periodLiteral, periodOutside, percentMeant, notAChoice, notAChoiceNear,
    notCondition, differentTypes, argumentType, argumentCount, conditionNotHere, referenceAsText,
    differentReferences, badPattern, tableAsValue, scalarColumns, oneRowOnly, aggregateOutside,
    aggregateNested, relationNeedsColumn, windowOutside, orderNeeded, notAKey, percentileRange, nestedTooDeep,
    workdays, workdaysOfYears,
  ]
}
