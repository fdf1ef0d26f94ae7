import KitModel

/// What stages refuse and what they say.
extension QueryMessages {
  package static let tooDeep = Message(
    "query.too-deep", zh: "这条查询要套 {limit} 层以上，引擎会越来越慢，不做了。",
    en: "This query would be nested more than {limit} deep, where the engine slows to a halt.",
    helpZh: "用“存为”把中间结果存成表，再接着查。",
    helpEn: "Keep a result half-way with `save as` and go on from it.")
  package static let tooManyReads = Message(
    "query.too-many-reads", zh: "这条查询里，名字套名字，引擎要把它们展开成 {limit} 处以上，不做了。",
    en:
      "The names in this query stand in one another: the engine would read them in more than {limit} places.",
    helpZh: "用“存为”把中间结果存成表，再接着查。",
    helpEn: "Keep a result half-way with `save as` and go on from it.")
  package static let tooWide = Message(
    "query.too-wide", zh: "这里有 {count} 列，最多 {limit} 列。",
    en: "There are {count} columns here; at most {limit} can be had.",
    helpZh: "用“选列”只留要用的列；一项一列的，用“逆透视”变成行。",
    helpEn: "Keep those that are needed with `select`; columns of one kind become rows with `unpivot`.")
  package static let tooWideInside = Message(
    "query.too-wide-inside", zh: "连同排序、主键和引用的名称要用的，这里有 {count} 列，最多 {limit} 列。",
    en:
      "With those for order, keys and names of references there are {count} columns here; at most {limit} can be had.",
    helpZh: "用“选列”只留要用的列；一项一列的，用“逆透视”变成行。",
    helpEn: "Keep those that are needed with `select`; columns of one kind become rows with `unpivot`.")
  package static let effectInside = Message(
    "query.effect-inside", zh: "这一步有写出或改动，不能放在括号、关联或“设”里面。",
    en: "This stage writes or changes something and cannot stand inside parentheses, a join or `let`.")
  package static let stageAfterEnd = Message(
    "query.stage-after-end", zh: "前一步已经结束，后面不能再接。",
    en: "The stage before ends the pipeline; nothing may follow.")
  package static let totalIsLast = Message(
    "query.total-is-last", zh: "“合计”之后只能显示、列表、导出或转格式。",
    en: "After `total` only show, list, export and to may follow.")
  package static let nothingLeft = Message(
    "query.nothing-left", zh: "一列也不剩了。",
    en: "No column is left.")
  package static let notWhole = Message(
    "query.not-whole", zh: "这里要一个整数，现在是{type}。",
    en: "A whole number is due here; this is {type}.")
  package static let negativeCount = Message(
    "query.negative-count", zh: "行数不能是负数。",
    en: "A number of rows is not negative.")
  package static let emptyRange = Message(
    "query.empty-range", zh: "范围的前一个数比后一个大，所以一行也没有取。",
    en: "The first number of the range is above its last: no row was taken.")
  package static let rangeFromOne = Message(
    "query.range-from-one", zh: "行从 1 数起。",
    en: "Rows are counted from 1.")
  package static let noReference = Message(
    "query.no-reference", zh: "“{relation}”里没有指向这里的行的引用，也没有共同的单位。",
    en: "No column of “{relation}” refers to these rows, nor do both refer to one unit.")
  package static let noReferenceForJoin = Message(
    "query.no-reference-for-join", zh: "两边没有引用关系，不知道怎么和“{relation}”对上。",
    en: "No declared reference connects these rows with “{relation}”.",
    helpZh: "写明“按 条件”，如 按 左.代码 == 右.代码。",
    helpEn: "Write `on`, as on left.code == right.code.")
  package static let severalReferences = Message(
    "query.several-references", zh: "和“{relation}”的引用不止一个：{list}。",
    en: "Several references connect these rows with “{relation}”: {list}.",
    helpZh: "用“关联 … 按 条件”写明是哪一个。",
    helpEn: "Say which one with `join … on`.")
  package static let throughUnit = Message(
    "query.through-unit", zh: "“{relation}”是通过共同的“{name}”对上的。",
    en: "“{relation}” is found through “{name}”, to which both refer.")
  package static let joinNeedsEquality = Message(
    "query.join-needs-equality", zh: "关联条件里至少要有一个两边的列相等。",
    en: "The condition of a join needs at least one equality between the sides.")
  package static let renamed = Message(
    "query.renamed", zh: "右边的“{name}”改名为“{new}”（{id}），因为左边已有。",
    en: "“{name}” of the right side is now “{new}” ({id}): the left side has that name.")
  package static let nameTaken = Message(
    "query.name-taken", zh: "“{name}”也被占用了。",
    en: "“{name}” is taken too.",
    helpZh: "用“记为”给右边起个名字。",
    helpEn: "Name the right side with `as`.")
  package static let lookupTwice = Message(
    "query.lookup-twice", zh: "“查找”的右边有 {count} 行都是“{key}”。",
    en: "The right side of `lookup` has {count} {count:row|rows} for “{key}”.",
    helpZh: "先去重，或改用“关联”。",
    helpEn: "Remove the doubles, or use `join`.")
  package static let unionTypes = Message(
    "query.union-types", zh: "“{name}”两边种类不同：{left}和{right}。",
    en: "“{name}” differs on both sides: {left} and {right}.")
  package static let unionAdded = Message(
    "query.union-added", zh: "右边多出的列加在后面，左边的行为空：{list}。",
    en: "Columns that only the right side has were added, empty for left rows: {list}.")
  package static let setColumns = Message(
    "query.set-columns", zh: "右边没有这些列：{list}。",
    en: "The right side lacks these columns: {list}.",
    helpZh: "两边的列名要一样（{stage}）。",
    helpEn: "{stage} compares rows by the names of their columns.")
  package static let notPeriod = Message(
    "query.not-period", zh: "“{name}”不是周期列，是{type}。",
    en: "“{name}” is no period but {type}.")
  package static let priorKey = Message(
    "query.prior-key", zh: "“上期”要靠主键认出同一行，这里缺少含“{name}”的主键或分组列。",
    en: "`prior` finds the same row by its key; here no key or group with “{name}” is alive.")
  package static let priorTwice = Message(
    "query.prior-twice", zh: "同一主键的上一期有不止一行。",
    en: "There is more than one row of that key in the period before.",
    helpZh: "先分组汇总，再取上期。",
    helpEn: "Group first, then take `prior`.")
  package static let priorLooksBack = Message(
    "query.prior-looks-back", zh: "上期的值从全部行里找，不受前面筛选的影响。",
    en: "The earlier rows were sought among all rows, not only among those kept by the filters before.")
  package static let pivotNeedsValues = Message(
    "query.pivot-needs-values", zh: "“透视”在这里要写明各列的值：在 (…) 里列出。",
    en: "`pivot` needs its values here: write `in (…)`.")
  package static let pivotEmpty = Message(
    "query.pivot-empty", zh: "没有可作为列的值。",
    en: "There are no values to make columns of.")
  package static let pivotSensitive = Message(
    "query.pivot-sensitive", zh: "“{name}”是敏感列，它的值不能当列名显示出来。",
    en: "“{name}” is sensitive: its values cannot be shown as names of columns.",
    helpZh: "要看哪些值，用 in ( ) 写明；或者先用“增列”归成类别再透视。",
    helpEn: "List the values in `in (…)`, or make classes of them with `derive` first.")
  package static let sensitiveInto = Message(
    "query.sensitive-into", zh: "这个值来自敏感列，不能写进不是敏感的字段“{name}”。",
    en: "This value comes from a sensitive column and cannot go into “{name}”, which is not sensitive.",
    helpZh: "要这样存，先在声明里把“{name}”标为敏感（sensitive: true）。",
    helpEn: "To keep it there, declare “{name}” as sensitive (sensitive: true) first.")
  package static let pivotTooWide = Message(
    "query.pivot-too-wide", zh: "透视出 {count} 个值，最多 {limit} 列。",
    en: "The pivot has {count} {count:value|values}; at most {limit} columns are made.",
    helpZh: "先筛选，或在后面写明要的值：在 (…)。", helpEn: "Filter first, or list the values that you want in `in (…)`.")
  package static let pivotConstant = Message(
    "query.pivot-constant", zh: "这里要写明的值，不能是算式。",
    en: "A value that is written out is due here.")
  package static let pivotLeftOut = Message(
    "query.pivot-left-out", zh: "有 {count} 行的值不在这些列里，没有算进去。",
    en:
      "{count} {count:row has|rows have} a value that none of these columns is for; they are not counted in.")
  package static let pivotRows = Message(
    "query.pivot-rows", zh: "每行按这些列：{list}。",
    en: "Rows are by {list}.")
  package static let binSize = Message(
    "query.bin-size", zh: "分段的宽度要大于 0。",
    en: "The width of a bin is above 0.")
  package static let seedNeeded = Message(
    "query.seed-needed", zh: "脚本里抽样要写明种子，才能重现：种子 \"…\"。",
    en: "In a script `sample` needs a seed, so that it can be repeated: seed \"…\".")
  package static let seedDrawn = Message(
    "query.seed-drawn", zh: "抽样的种子是 {seed}；写上 种子 \"{seed}\" 就能重现。",
    en: "The seed was {seed}; with seed \"{seed}\" the same rows come out.")
  package static let passedOver = Message(
    "query.passed-over", zh: "有 {count} 行因为值为空没有参加比较。",
    en: "{count} {count:row was|rows were} passed over because a value is empty.",
    helpZh: "要包括它们，加上“或 … 为空”。",
    helpEn: "To keep them add `or … is null`.")
  package static let notCounted = Message(
    "query.not-counted", zh: "还有 {count} 处没有逐一数过有多少行被略过。",
    en: "In {count} more places the rows passed over were not counted.")
  package static let cutThroughTie = Message(
    "query.cut-through-tie", zh: "取到第 {kept} 行时有并列：与末行相同的共 {count} 行。",
    en:
      "The cut after {kept} {kept:row|rows} goes through a tie: {count} {count:row is|rows are} equal to the last one."
  )
  package static let cutInGroups = Message(
    "query.cut-in-groups", zh: "有 {count} 行与组内末位并列而没有取。",
    en: "{count} {count:row|rows} equal to the last of their group were left out.")
  package static let notRowsOfEntity = Message(
    "query.not-rows-of-entity", zh: "{stage} 要一个实体的原有行，前面只能筛选、排序和取。",
    en: "{stage} takes rows of one entity that were only filtered, sorted and cut.")
  package static let keyIsFixed = Message(
    "query.key-is-fixed", zh: "“{name}”是主键，不能改。",
    en: "“{name}” is the key and is not changed.",
    helpZh: "单位改名、合并用相应的命令。",
    helpEn: "To rename or merge units use the commands for it.")
  package static let fieldType = Message(
    "query.field-type", zh: "“{name}”要{wanted}，这里是{type}。",
    en: "“{name}” takes {wanted}; this is {type}.")
  package static let requiredField = Message(
    "query.required-field", zh: "“{name}”必填，不能改成空。",
    en: "“{name}” is required and cannot be emptied.")
  package static let intoEntity = Message(
    "query.into-entity", zh: "“{name}”不是可以写入的实体。",
    en: "“{name}” is no entity that rows can be written into.")
  package static let intoUnknown = Message(
    "query.into-unknown", zh: "“{entity}”没有这些字段：{list}。",
    en: "“{entity}” has no fields for these columns: {list}.",
    helpZh: "用“改名”对上，或用“去列”去掉。",
    helpEn: "Match them with `rename`, or leave them out with `drop`.")
  package static let intoKey = Message(
    "query.into-key", zh: "写入“{entity}”缺少主键：{list}。",
    en: "Rows for “{entity}” lack the key: {list}.")

  package static let writtenByCommand = Message(
    "query.written-by-command", zh: "“{entity}”只由“{command}”写入，不能直接改。",
    en: "“{entity}” is written by `{command}` alone and is not changed directly.",
    helpZh: "用“{command}”；看用法：帮助 {command}",
    helpEn: "Use `{command}`; how: help {command}")

  static let aboutStages: [Message] = [
    tooDeep, tooManyReads, tooWide, tooWideInside, effectInside, stageAfterEnd, totalIsLast, nothingLeft,
    notWhole, negativeCount, emptyRange, rangeFromOne, noReference, noReferenceForJoin, severalReferences,
    throughUnit, joinNeedsEquality, renamed, nameTaken, lookupTwice, unionTypes, unionAdded, setColumns,
    notPeriod, priorKey, priorTwice, priorLooksBack, pivotNeedsValues, pivotEmpty, pivotSensitive,
    sensitiveInto, pivotTooWide, pivotConstant, pivotLeftOut, pivotRows, binSize, seedNeeded, seedDrawn,
    passedOver, notCounted, cutThroughTie, cutInGroups, notRowsOfEntity, keyIsFixed, fieldType,
    requiredField, intoEntity, intoUnknown, intoKey, writtenByCommand,
  ]
}
