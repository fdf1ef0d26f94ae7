import KitModel

/// What is said of a workspace's configuration and folder.
public enum ConfigurationMessages {
  public static let badLanguage = Message(
    "workspace.configuration-language", zh: "language 只能是 zh 或 en，现在是“{found}”。",
    en: "language is zh or en, found “{found}”.")
  public static let badSchoolYear = Message(
    "workspace.configuration-school-year", zh: "“{found}”不是学年。", en: "“{found}” is no school year.",
    helpZh: "写成 2024-2025。", helpEn: "Write 2024-2025.")
  public static let badDuty = Message(
    "workspace.configuration-duty", zh: "没有“{found}”这种职责。", en: "There is no duty “{found}”.",
    helpZh: "可以写：{allowed}。", helpEn: "Allowed: {allowed}.")
  public static let badMonthAndDay = Message(
    "workspace.configuration-month-and-day", zh: "“{found}”不是月和日。", en: "“{found}” is no month and day.",
    helpZh: "写成 09-01。", helpEn: "Write 09-01.")
  public static let badDays = Message(
    "workspace.configuration-days", zh: "“{found}”不是日期，也不是一段日期。",
    en: "“{found}” is neither a date nor a range of dates.",
    helpZh: "写成 2024-10-01 或 2024-10-01..2024-10-07。", helpEn: "Write 2024-10-01 or 2024-10-01..2024-10-07.")
  public static let badStore = Message(
    "workspace.configuration-store", zh: "现在只能用 sqlite，写的是“{found}”。",
    en: "The store can only be sqlite, found “{found}”.")
  public static let pathOutside = Message(
    "workspace.configuration-path-outside", zh: "“{found}”在工作区之外。",
    en: "“{found}” lies outside the workspace.",
    helpZh: "把文件放进工作区的 data 文件夹，写成 data/文件名。", helpEn: "Put the file below data/ and write data/NAME.")
  public static let folderExists = Message(
    "workspace.folder-exists", zh: "{folder} 已经有内容，没有动它。", en: "{folder} is not empty; nothing was changed.",
    helpZh: "换一个名字，或先清空。", helpEn: "Take another name, or empty it first.")
  public static let folderNotMade = Message(
    "workspace.folder-not-made", zh: "建不了 {folder}：{reason}。", en: "{folder} could not be made: {reason}.",
    helpZh: "看上一级文件夹能否写入，磁盘是否已满。",
    helpEn: "See whether the folder above can be written and the disk has room.")
  public static let noConfiguration = Message(
    "workspace.no-configuration", zh: "{folder} 里没有 workspace.yaml，不是工作区。",
    en: "{folder} has no workspace.yaml; it is no workspace.",
    helpZh: "新建工作区：dudao new {folder}", helpEn: "Make one with dudao new {folder}")
  public static let unknownEntity = Message(
    "workspace.unknown-entity", zh: "没有“{name}”这种数据。", en: "There is nothing called “{name}” to import into.",
    helpZh: "可以导入到：{known}。", helpEn: "There are: {known}.")
  public static let unknownEntityNear = Message(
    "workspace.unknown-entity-near", zh: "没有“{name}”这种数据，是不是“{near}”？",
    en: "There is nothing called “{name}”; is “{near}” meant?")
  public static let ambiguousEntity = Message(
    "workspace.ambiguous-entity", zh: "“{name}”可以指：{candidates}。", en: "“{name}” may be {candidates}.",
    helpZh: "写成“插件.实体”。", helpEn: "Write plugin.entity.")

  public static let notOfTheStaff = Message(
    "workspace.not-of-the-staff", zh: "“{person}”不在 workspace.yaml 的 staff 里；改动照样记在这个名字下",
    en:
      "“{person}” is none of the staff in workspace.yaml; changes are recorded under that name all the same",
    helpZh: "写对名字：{known}；新来的人先加进 staff", helpEn: "the staff: {known}; a new member is entered there first")
  public static let all = [
    notOfTheStaff, badLanguage, badSchoolYear, badDuty, badMonthAndDay, badDays, badStore, pathOutside,
    folderExists,
    folderNotMade, noConfiguration, unknownEntity, unknownEntityNear, ambiguousEntity,
  ]
}
