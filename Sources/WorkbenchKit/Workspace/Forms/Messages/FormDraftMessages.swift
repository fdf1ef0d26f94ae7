import KitModel

/// What is said when a form is drafted from a blank workbook.
enum FormDraftMessages {
  static let severalFiles = Message(
    "workspace.form-draft-several-files", zh: "{file} 里有几个文件，起草报表只能用一张表",
    en: "{file} holds several files; a form is drafted from one", helpZh: "解压以后指定其中一个",
    helpEn: "unpack it and name one of them")
  static let noHeading = Message(
    "workspace.form-draft-no-heading", zh: "{file} 里找不到表头，起草不了报表",
    en: "no heading is found in {file}; no form can be drafted",
    helpZh: "表头要在一行或上下几行里，每列一个名称；或照 forms 里的样例自己写一个",
    helpEn: "a heading names each column, in one row or a few; or write a form after the sample in forms")
  static let severalSheets = Message(
    "workspace.form-draft-several-sheets", zh: "{file} 有几张工作表都像报表：{sheets}",
    en: "several sheets of {file} look like forms: {sheets}",
    helpZh: "加 --sheet \"{first}\" 选一张", helpEn: "choose one with --sheet \"{first}\"")
  static let nothingToFill = Message(
    "workspace.form-draft-nothing", zh: "{file} 除了单位没有别的列，没有要填的",
    en: "{file} has no column but that of the unit; there is nothing to fill in")
  static let noUnits = Message(
    "workspace.form-draft-no-units", zh: "这个工作区里没有能填报的单位",
    en: "the workspace has no units that could fill a form",
    helpZh: "先启用有单位数据的插件", helpEn: "enable a plugin that has units first")
  static let fileIsThere = Message(
    "workspace.form-draft-file-is-there", zh: "{file} 已经有了，没有覆盖", en: "{file} is there already and stays",
    helpZh: "另起一个 id：报表 新建 文件 id", helpEn: "give another id: form new FILE ID")
  static let nameIsTaken = Message(
    "workspace.form-draft-name-is-taken", zh: "报表“{name}”（{id}）和 {other} 重名",
    en: "the form “{name}” ({id}) has a name that {other} has",
    helpZh: "改表里的标题，或删去旧的；id 可以另起：报表 新建 文件 id",
    helpEn: "change the title, or remove the other; an id can be given: form new FILE ID")
  static let drafted = Message(
    "workspace.form-drafted",
    zh: "已起草 {file}：报表“{form}”，{count} 项，由 {unit} 填，周期 {period}，{rows}",
    en:
      "{file} is drafted: the form “{form}”, {count} {count:field|fields}, filled by {unit}, period {period}, {rows}",
    helpZh: "打开这个文件核对类型、必填和填报单位，再重新打开工作区：报表 下发 {form} {example}",
    helpEn:
      "look at types, required fields and units in that file, open the workspace again, then: form out {form} {example}"
  )

  static let all = [
    severalFiles, noHeading, severalSheets, nothingToFill, noUnits, fileIsThere, nameIsTaken, drafted,
  ]
}

/// Words of drafts and of what is said of them.
enum FormDraftWords {
  static let head = Message(
    "workspace.words-draft-head", zh: "由 {file} 起草。核对以后重新打开工作区，就能下发。",
    en: "Drafted from {file}. Look it through, open the workspace again, send it out.")
  static let period = Message(
    "workspace.words-draft-period", zh: "周期：year 每年，term 每学期，month 每月，school_year 每学年",
    en: "year, term, month or school_year")
  static let unit = Message(
    "workspace.words-draft-unit", zh: "谁来填；recipients 的第一列是单位",
    en: "who fills it; the first column of recipients is the unit")
  static let rows = Message(
    "workspace.words-draft-rows", zh: "one：每个单位一份记录；{free: 30}：单位自己加行",
    en: "one: one record of each unit; {free: 30}: units add rows")
  static let fields = Message(
    "workspace.words-draft-fields",
    zh: "type：text、integer、decimal(p,s)、percent、boolean、date、choice；必填加 required: true，上下限加 min、max",
    en: "type: text, integer, decimal(p,s), percent, boolean, date, choice; required: true, min, max")
  static let checks = Message("workspace.words-draft-checks", zh: "核对，例如：", en: "checks, such as:")
  static let heading = Message("workspace.words-draft-heading", zh: "项目", en: "Heading")
  static let id = Message("workspace.words-draft-id", zh: "id", en: "Id")
  static let type = Message("workspace.words-draft-type", zh: "类型", en: "Type")
  static let origin = Message("workspace.words-draft-origin", zh: "依据", en: "Taken from")
  private static let rule = Message("workspace.words-draft-rule", zh: "表里的下拉或限制", en: "a rule of the sheet")
  private static let sample = Message("workspace.words-draft-sample", zh: "已填的内容", en: "what is filled in")
  private static let known = Message("workspace.words-draft-known", zh: "同名的数据列", en: "a field of that name")
  private static let words = Message(
    "workspace.words-draft-words", zh: "表头的用词，请核对", en: "the words of the heading, to be checked")
  private static let nothing = Message(
    "workspace.words-draft-nothing", zh: "没有依据，先作文本", en: "nothing: text for now")
  private static let oneRecord = Message(
    "workspace.words-draft-one", zh: "每个单位一份", en: "one record of each unit")
  private static let freeRows = Message("workspace.words-draft-free", zh: "单位自己加行", en: "units add rows")

  static let all = [
    head, period, unit, rows, fields, checks, heading, id, type, origin, rule, sample, known, words, nothing,
    oneRecord, freeRows,
  ]

  static func origin(_ origin: FormDraft.Origin) -> Message {
    switch origin {
    case .rule: rule
    case .sample: sample
    case .known: known
    case .heading: words
    case .none: nothing
    }
  }

  static func rows(_ rows: FormDraft.Rows) -> Message { rows == .one ? oneRecord : freeRows }
}
