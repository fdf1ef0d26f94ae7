import KitModel

extension StoreMessages {
  static let nothingToUndo = Message(
    "store.nothing-to-undo",
    zh: "没有可以撤销的改动",
    en: "there is no change to undo",
    helpZh: "用 log 查看改动记录",
    helpEn: "log shows the changes")

  static let noSuchChange = Message(
    "store.no-such-change",
    zh: "没有编号为 {id} 的改动",
    en: "there is no change {id}",
    helpZh: "用 log 查看编号",
    helpEn: "log shows their numbers")

  static let alreadyUndone = Message(
    "store.already-undone",
    zh: "改动 {id} 已被改动 {by} 撤销",
    en: "change {id} was undone by change {by} already",
    helpZh: "要恢复它，撤销那次撤销：undo {by}",
    helpEn: "to have it again, undo that: undo {by}")

  static let sealedChange = Message(
    "store.sealed-change",
    zh: "改动 {id} 已不能撤销：{reason}",
    en: "change {id} can no longer be undone: {reason}",
    helpZh: "已签发、抽取、公布或印发的只能作废",
    helpEn: "what was signed, drawn, announced or printed can only be voided")

  static let cannotUndoReveal = Message(
    "store.cannot-undo-reveal",
    zh: "{id} 记的是谁看过明文，不能撤销", en: "{id} records who saw sensitive values and cannot be undone",
    helpZh: "它没有改动任何数据；要撤销别的改动，写出编号：undo 编号",
    helpEn: "it changed no data; another change is undone by its number: undo ID")
  static let cannotUndoRun = Message(
    "store.cannot-undo-run", zh: "{id} 记的是一次脚本运行，不能撤销",
    en: "{id} records the run of a script and cannot be undone",
    helpZh: "运行中的改动各有编号，用 log 查看，用 undo 编号 撤销",
    helpEn: "what the run changed has numbers of its own: see log, then undo ID")
  static let cannotUndoKind = Message(
    "store.cannot-undo-kind",
    zh: "改动 {id} 是结构调整或恢复，不能撤销",
    en: "change {id} altered tables or restored a backup and cannot be undone",
    helpZh: "要回到以前的状态，用 restore 恢复备份；要撤销更早的改动，写出编号：undo 编号",
    helpEn:
      "to return to a state before it, restore a backup; an earlier change is undone by its number: undo ID")

  static let undoLosesValues = Message(
    "store.undo-loses-values",
    zh: "改动 {id} 之后，{entity}的{field}改成了{type}，它原来的值不能准确转换，撤销会丢掉：{values}",
    en:
      "{fieldEn} of {entityEn} was changed to {typeEn} after change {id}; undoing that would lose values that do not convert: {values}",
    helpZh: "把字段改回原来的类型再撤销，或直接修改现在的数据",
    helpEn: "change the field back to its former type first, or change the present data instead")

  static let undoHasLater = Message(
    "store.undo-has-later",
    zh: "改动 {id} 之后有 {count} 次改动以它为基础",
    en: "{count} later {count:change rests|changes rest} on change {id}",
    helpZh: "先撤销它们，或一并撤销：undo {id} with later",
    helpEn: "undo these first, or all together: undo {id} with later")

  static let laterChange = Message(
    "store.later-change",
    zh: "{id}　{time}　{person}：{command}",
    en: "{id}  {time}  {person}: {command}")

  static let referringRow = Message(
    "store.referring-row",
    zh: "{entity} {key} 的{field}指向{target} {value}",
    en: "{entityEn} {key}: {fieldEn} points to {targetEn} {value}")

  static let undoLeavesDangling = Message(
    "store.undo-leaves-dangling",
    zh: "撤销改动 {id} 会留下指向不存在的行的引用，没有撤销",
    en: "undoing change {id} would leave references to rows that are not there; it was not undone",
    helpZh: "先改正或删除这些行；若它们出自后来的改动，先撤销那次改动，或一并撤销：undo {id} with later",
    helpEn:
      "correct or delete these rows first; if a later change made them, undo that first, or both: undo {id} with later"
  )

  static let rowsPointNowhere = Message(
    "store.rows-point-nowhere",
    zh: "{entity}的{field}有 {count} 行指向不存在的{target}：{rows}",
    en: "{fieldEn} of {entityEn} points to {targetEn} that are not there in {count} {count:row|rows}: {rows}",
    helpZh: "补上被指向的行，或改正这些行",
    helpEn: "make the rows that they point to, or correct these")

  static let rowsWithoutParent = Message(
    "store.rows-without-parent",
    zh: "{entity}有 {count} 行在{target}里没有对应的行：{rows}",
    en: "{count} {count:row|rows} of {entityEn} {count:has|have} no row in {targetEn}: {rows}",
    helpZh: "在{target}里补上这些行，或删除它们",
    helpEn: "make these rows in {targetEn}, or delete them")

  static let undoInsideChange = Message(
    "store.undo-inside-change",
    zh: "撤销和恢复不能放在另一次改动里",
    en: "undo and restore cannot be part of another change",
    helpZh: "让它单独成为一条命令",
    helpEn: "make it a command of its own")

  static let rowsNotAsJournaled = Message(
    "store.rows-not-as-journaled",
    zh: "{entity}的行与改动 {id} 的记录不符，没有撤销",
    en: "rows of {entityEn} are not as change {id} left them; it was not undone",
    helpZh: "用 verify 核验存储",
    helpEn: "check the store with verify")

  static let fileFault = Message(
    "store.file-fault",
    zh: "存储文件有错：{detail}",
    en: "the file of the store is faulty: {detail}",
    helpZh: "用 restore 恢复最近的备份",
    helpEn: "restore the last backup")

  static let chainBroken = Message(
    "store.chain-broken",
    zh: "日志里改动 {id} 的记录与校验码不符：它或它之前的记录被人改过",
    en: "entry {id} of the journal does not fit the chain: it or one before it was altered",
    helpZh: "与备份比对；用 restore 恢复",
    helpEn: "compare with a backup; restore it")

  static let rowsDiffer = Message(
    "store.rows-differ",
    zh: "{entity}的行与改动 {id} 的记录不符：有人绕过本程序改过",
    en: "rows of {entityEn} are not as change {id} left them: they were altered from outside",
    helpZh: "与备份比对；用 restore 恢复",
    helpEn: "compare with a backup; restore it")

  static let countDiffers = Message(
    "store.count-differs",
    zh: "{entity}有 {count} 行，按日志应为 {expected} 行",
    en: "{entityEn} has {count} {count:row|rows}; by the journal it should have {expected}",
    helpZh: "与备份比对；用 restore 恢复",
    helpEn: "compare with a backup; restore it")

  static let columnsUnknown = Message(
    "store.columns-unknown",
    zh: "改动 {id} 涉及的{entity}的列已不在",
    en: "columns of {entityEn} that change {id} concerns are gone",
    helpZh: "与备份比对；用 restore 恢复",
    helpEn: "compare with a backup; restore it")

  static let codeNotFound = Message(
    "store.code-not-found",
    zh: "日志里没有校验码 {code}",
    en: "the journal has no entry with the code {code}",
    helpZh: "检查抄写；印件可能出自另一个工作区或恢复之前的状态",
    helpEn:
      "check how it is written; the paper may come from another workspace or from the state before a restore")

  static var journal: [Message] {
    [
      nothingToUndo, noSuchChange, alreadyUndone, sealedChange, cannotUndoKind,
      cannotUndoReveal, cannotUndoRun, undoLosesValues,
      undoHasLater, laterChange, referringRow, undoLeavesDangling, rowsPointNowhere, rowsWithoutParent,
      undoInsideChange, rowsNotAsJournaled, fileFault, chainBroken, rowsDiffer,
      countDiffers, columnsUnknown, codeNotFound,
    ]
  }
}
