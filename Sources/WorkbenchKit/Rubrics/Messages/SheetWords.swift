import KitModel

/// What stands on score sheets.
enum SheetWords {
  static let guide = Label(
    zh: "只填白色的格；得分不超过满分，数据按计量单位填。没有的不要填 0，在理由里写明。",
    en:
      "Fill in the white cells only; marks not above the full ones, figures in their unit. Where there is none give the reason, not 0."
  )
  static let value = Label(zh: "得分或数值", en: "Mark or figure")
  static let base = Label(zh: "分母", en: "Denominator")
  static let reason = Label(zh: "理由", en: "Reason")
  static let assessor = Label(zh: "评分人", en: "Assessor")
  static let unitOfFigure = Label(zh: "计量单位", en: "Unit of measure")
  static let gap = Label(zh: "相差超过即说明", en: "Reason above")
  static let other = Label(zh: "对照", en: "Beside")
  static let added = Label(zh: "新增", en: "new")
  static let removed = Label(zh: "取消，填的不再计", en: "gone, what was entered counts no more")
  static let fullChanged = Label(zh: "满分 {before} → {now}", en: "full marks {before} → {now}")
  static let askedOtherwise = Label(zh: "填法变了", en: "is asked for otherwise")
  static let ruleChanged = Label(zh: "评分规则变了", en: "has another rule")
  static let stepsOnly = Label(zh: "{indicator} 只能填 {steps}", en: "{indicator} takes {steps} only")
  static let reasonWanted = Label(
    zh: "得分和“{other}”相差超过“{gap}”那一栏的数，要写理由",
    en: "the mark lies further from “{other}” than “{gap}” says: give the reason")
}

/// What is said when score sheets are made.
enum SheetFaults {
  static let all = [
    pairsWanted, marksOutdated, rulesOutdated, basisChanged, sentOutdated, yearDecided, dataDecided,
    nothingBeside, noRubricOfYear,
  ]

  static let nothingBeside = Message(
    "rubrics.sheets-nothing-beside", zh: "{count} 个单位还没有“{other}”的分数，表上对照的一列空着：{names}",
    en:
      "there is nothing by “{otherEn}” for {count} {count:unit|units} yet, and the column beside stays empty: {names}",
    helpZh: "先催齐再发：报表 催报 {form} {year}年；收齐后可以重新下发",
    helpEn: "chase them first: form chase {form} {year}年; the sheets can be sent again afterwards")
  static let noRubricOfYear = Message(
    "rubrics.sheets-no-rubric", zh: "“{form}”是按指标体系发的表，“{label}”没有 {year} 年的指标体系",
    en: "“{form}” follows a rubric, and there is none of {year} for “{labelEn}”",
    helpZh: "已有年度：{years}；把最近一年的复制到工作区的 rubrics/ 里，写上 plugin: {plugin}，改 year 和指标",
    helpEn:
      "there are: {yearsEn}; copy the latest into rubrics/ of the workspace, write plugin: {plugin} into it, change year and indicators"
  )
  static let yearDecided = Message(
    "rubrics.sheet-of-decided",
    zh: "{file} 是{form} {year} 年的表，{label} {year} 已到“{state}”阶段，不再收",
    en:
      "{file} is a sheet of {formEn} {year}, which has come to “{stateEn}”: it is not taken",
    helpZh: "要以它为准，先依据决定重开：{label} 重开 {year} --body 机关 --number 文号 --date 日期 --reason 理由，再收",
    helpEn:
      "if it is to count, reopen by a decision first: {plugin} reopen {year} --body … --number … --date … --reason …"
  )
  static let dataDecided = Message(
    "rubrics.data-of-decided",
    zh: "这次改了{relation}里 {year} 年的数据，而{label} {year} 已到“{state}”阶段：结果不跟着变",
    en:
      "this changed {relationEn} of {year}, and {labelEn} {year} has come to “{stateEn}”: the result stays as it is",
    helpZh: "看重算会变什么：比对 {label} {year}；要算数，依据决定重开：{label} 重开 {year}；改错了就撤销",
    helpEn:
      "what would change: diff {plugin} {year}; to make it count, by a decision: {plugin} reopen {year}; undo takes it back"
  )

  static let marksOutdated = Message(
    "rubrics.sheets-outdated",
    zh: "{form} {year}：已收的 {count} 份是按指标体系改以前（{before}）填的，现在是 {now}：{changes}",
    en:
      "{formEn} {year}: {count} {count:sheet was|sheets were} filled in before the rubric was changed ({before} → {now}): {changesEn}",
    helpZh: "{again} 填的数不能再用：重新下发（报表 下发 {form} {year}年），收回时加 --replace；其余指标填的数仍然有效，按现在的规则算",
    helpEn:
      "what was entered for {again} holds no more: send the sheets again (form out {form} {year}年) and collect them with --replace; what was entered for the others holds and is marked by the rules of now"
  )
  static let rulesOutdated = Message(
    "rubrics.sheets-older-rules",
    zh: "{form} {year}：已收的 {count} 份是按指标体系改以前（{before}）填的，现在是 {now}：{changes}；填的数仍然有效，按现在的规则算",
    en:
      "{formEn} {year}: {count} {count:sheet was|sheets were} filled in before the rubric was changed ({before} → {now}): {changesEn}; what was entered holds and is marked by the rules of now"
  )
  static let basisChanged = Message(
    "rubrics.sheets-other-rubric",
    zh: "{form} {year}：已收的 {count} 份是按指标体系改以前（{before}）填的，现在是 {now}；改了哪些指标没有留底",
    en:
      "{formEn} {year}: {count} {count:sheet was|sheets were} filled in before the rubric was changed ({before} → {now}); what it was is not kept",
    helpZh: "核对满分和评分标准；有变的，重新下发（报表 下发 {form} {year}年），收回时加 --replace",
    helpEn:
      "compare full marks and standards; where they changed send the sheets again (form out {form} {year}年) and collect them with --replace"
  )
  static let sentOutdated = Message(
    "rubrics.sheets-sent-before",
    zh: "{form} {year}：还没交的 {count} 份是指标体系改以前（{before}）下发的，现在是 {now}，交回来收不了",
    en:
      "{formEn} {year}: {count} {count:sheet|sheets} not returned yet were sent before the rubric was changed ({before} → {now}) and will not be taken",
    helpZh: "重新下发：报表 下发 {form} {year}年", helpEn: "send them again: form out {form} {year}年")

  static let pairsWanted = Message(
    "rubrics.pairs-wanted", zh: "评价主体“{evaluator}”的 pairs 要有两列：填表的，和被评的单位",
    en: "pairs of the evaluator “{evaluator}” has to give two columns: who fills the sheet, and the subject")
}
