import KitModel

extension StoreMessages {
  static let valueDoesNotFit = Message(
    "store.value-does-not-fit",
    zh: "值“{value}”不能准确地存为{type}",
    en: "the value \"{value}\" cannot be kept exactly as {typeEn}",
    helpZh: "改成该类型的值，或先用函数转换（如 四舍五入、转文本）",
    helpEn: "give a value of that type, or convert it first (round, text …)")

  static let wrongCell = Message(
    "store.wrong-cell",
    zh: "第 {row} 行的列 {column} 给了另一种类型的值",
    en: "row {row} has a value of another type in the column {column}",
    helpZh: "这是程序的错误，请告诉维护者",
    helpEn: "this is a mistake in the program; please tell the maintainers")

  static let writerOpen = Message(
    "store.writer-open",
    zh: "写入没有结束就要提交",
    en: "a change was to be kept before its writing had ended",
    helpZh: "这是程序的错误，请告诉维护者；数据保持原样",
    helpEn: "this is a mistake in the program; please tell the maintainers. The data is as it was before")

  static let keyMissing = Message(
    "store.key-missing",
    zh: "写入{entity}要给出键：缺少 {fields}",
    en: "rows for {entityEn} need their key: {fieldsEn} is missing",
    helpZh: "加上这些列",
    helpEn: "add these columns")

  static let emptyKey = Message(
    "store.empty-key",
    zh: "{entity}的键（{fields}）有 {count} 行没有填：第 {rows} 行",
    en: "the key of {entityEn} ({fieldsEn}) is empty in {count} {count:row|rows}: row {rows}",
    helpZh: "补全后再写入；没有写入任何一行",
    helpEn: "fill it in and write again; no row was written")

  static let keyClash = Message(
    "store.key-clash",
    zh: "{entity}的{fields}有 {count} 个值重复",
    en: "{count} {count:value|values} of {fieldsEn} of {entityEn} {count:stands|stand} more than once",
    helpZh: "改正重复的行，或用 update 更新已有的行；没有写入任何一行",
    helpEn: "correct the rows that clash, or use update for rows that are there already; no row was written")

  static let clashAmongRows = Message(
    "store.clash-among-rows",
    zh: "{value}：第 {rows} 行",
    en: "{value}: rows {rows}")

  static let clashWithStored = Message(
    "store.clash-with-stored",
    zh: "{value}：已在库中，又见第 {rows} 行",
    en: "{value}: is in the store already, and in row {rows}")

  static let clashOfUnnumbered = Message(
    "store.clash-of-unnumbered",
    zh: "{value}：给了 {count} 次",
    en: "{value}: is given {count} times")

  static let clashOfOneWithStored = Message(
    "store.clash-of-one-with-stored",
    zh: "{value}：已在库中",
    en: "{value}: is in the store already")

  static let uniqueClash = Message(
    "store.unique-clash",
    zh: "{entity}的{fields}应当唯一，要写入的值已被另一行占用",
    en: "{fieldsEn} of {entityEn} must be unique, and a value to be written is taken by another row",
    helpZh: "换一个值，或先改另一行；没有写入任何一行",
    helpEn: "give another value, or change the other row first; no row was written")

  static let noSuchRow = Message(
    "store.no-such-row",
    zh: "{entity}里没有这 {count} 个键：{keys}",
    en: "{entityEn} has no {count:row with this key|rows with these keys} ({count}): {keys}",
    helpZh: "检查写法；新的行用 into 写入",
    helpEn: "check how they are written; new rows are written with into")

  static let otherKind = Message(
    "store.other-kind",
    zh: "{count} 个键属于另一类单位，不能改成{entity}：{keys}",
    en:
      "{count} {count:key belongs|keys belong} to rows of another kind and {count:is|are} not turned into {entityEn}: {keys}",
    helpZh: "检查编码是否填错",
    helpEn: "check whether the codes are right")

  static let valueRequired = Message(
    "store.value-required",
    zh: "{field}必须填写",
    en: "{fieldEn} must be filled",
    helpZh: "给出它的值",
    helpEn: "give a value for it")

  static let notAChoice = Message(
    "store.not-a-choice",
    zh: "{field}不能是“{value}”，可选：{allowed}",
    en: "{fieldEn} cannot be \"{value}\"; it is one of: {allowed}",
    helpZh: "从可选的值里选一个",
    helpEn: "take one of these values")

  static let belowMinimum = Message(
    "store.below-minimum",
    zh: "{field}的值 {value} 小于下限 {limit}",
    en: "{fieldEn} is {value}, below its lower limit {limit}",
    helpZh: "检查数值（文本按字数计）",
    helpEn: "check the value (a text counts by its length)")

  static let aboveMaximum = Message(
    "store.above-maximum",
    zh: "{field}的值 {value} 大于上限 {limit}",
    en: "{fieldEn} is {value}, above its upper limit {limit}",
    helpZh: "检查数值（文本按字数计）",
    helpEn: "check the value (a text counts by its length)")

  static let patternMismatch = Message(
    "store.pattern-mismatch",
    zh: "{field}的值“{value}”不合规定的格式 {pattern}",
    en: "{fieldEn} is \"{value}\", which does not have the form {pattern}",
    helpZh: "按格式改正",
    helpEn: "correct it to that form")

  static let danglingReference = Message(
    "store.dangling-reference",
    zh: "{field}指向的{entity}不存在：{keys}",
    en: "{fieldEn} points to {entityEn} that are not there: {keys}",
    helpZh: "先建立这些行，或改正编码",
    helpEn: "make these rows first, or correct the codes")

  static let keyIsFixed = Message(
    "store.key-is-fixed",
    zh: "{field}是键，不能用 set 修改：别的行靠它找到这一行",
    en: "{fieldEn} is the key and cannot be changed with set: other rows find this one by it",
    helpZh: "删除后用正确的键重新写入",
    helpEn: "delete the row and write it again with the right key")

  static let rowsReferred = Message(
    "store.rows-referred",
    zh: "这些{entity}还被别的行引用，不能删除",
    en: "these rows of {entityEn} are referred to by others and cannot be deleted",
    helpZh: "先删除或改正引用它们的行",
    helpEn: "delete or correct the rows that refer to them first")

  static let referringRows = Message(
    "store.referring-rows",
    zh: "{entity}的{field}：{count} 行",
    en: "{entityEn}, {fieldEn}: {count} {count:row|rows}")

  static let wholeAndParts = Message(
    "store.whole-and-parts",
    zh: "{entity}里{same}相同的行，要么只有“{whole}”一行，要么按{field}分行；两样都有就会重复计数（{count} 处）",
    en:
      "rows of {entityEn} with the same {sameEn} are either one for {whole} or several by {fieldEn}; both would be counted twice ({count} {count:case|cases})",
    helpZh: "只留一种；要换掉库里已有的行，先删除它们再写入。没有写入任何一行",
    helpEn:
      "keep one of the two; where rows that are there should give way, delete them first. No row was written")

  static let wholeBesidePart = Message(
    "store.whole-beside-part",
    zh: "{key}：要写入“{new}”，已有“{old}”",
    en: "{key}: {new} is to be written, {old} is there")

  static let wholesBesideParts = Message(
    "store.wholes-beside-parts",
    zh: "{entity}有 {count} 处既有“{whole}”的行，又按{field}分行，合计会重复：{rows}",
    en:
      "{entityEn} has {count} {count:case|cases} of a row for {whole} beside rows by {fieldEn}, which sums count twice: {rows}",
    helpZh: "逐处只留一种，用 delete 删去另一种",
    helpEn: "keep one of the two in each case and delete the other")

  static let savedExists = Message(
    "store.saved-exists",
    zh: "工作区里已有名为 {name} 的表",
    en: "the workspace has a table named {name} already",
    helpZh: "换一个名字，或在后面加 replace（替换）",
    helpEn: "take another name, or add replace")

  static var writing: [Message] {
    [
      valueDoesNotFit, wrongCell, writerOpen, keyMissing, emptyKey, keyClash, clashAmongRows, clashWithStored,
      clashOfUnnumbered, clashOfOneWithStored,
      uniqueClash, noSuchRow, otherKind, valueRequired, notAChoice, belowMinimum, aboveMaximum,
      patternMismatch, wholeAndParts, wholeBesidePart, wholesBesideParts, danglingReference, keyIsFixed,
      rowsReferred, referringRows, savedExists,
    ]
  }
}
