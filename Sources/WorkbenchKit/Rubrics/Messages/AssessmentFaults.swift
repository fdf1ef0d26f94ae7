import KitModel

/// What is said when an assessment is run.
enum AssessmentFaults {
  static let all = [
    tooManyPlaces, noRubrics, noRubric, severalRubrics, strangeRubric, ahead, outsider, noColumn,
    subjectEmpty, subjectTwice,
    noSubjects, vetoUndecided,
    vetoUnknown,
    exemptionUnknown, exemptionUndecided,
    inMeasure,
    realColumn, noNumberColumn, scored, someMissing, severalMissing, sealedAlready, decidedAlready, noResults,
    noSuchSubject,
    noSuchAssessment, noAssessments, example, noYear, noWorkspace, rubricChanged, rubricKept, rubricKeptAlone,
    nothingLost,
    noSuchIndicatorHere,
    severalSubjects, explained, explainedWithout, explainedScaling,
    explainedExtra,
  ]

  static let tooManyPlaces = Message(
    "rubrics.too-many-places", zh: "{file} 保留 {places} 位小数，插件的结果只有 {limit} 位",
    en: "{file} rounds to {places} places, the plugin's results have {limit}",
    helpZh: "减少 round 的 places，或者在 plugin.yaml 的 assessment 里写 places: {places}",
    helpEn: "lower places of round, or write places: {places} under assessment in plugin.yaml")
  static let noRubrics = Message(
    "rubrics.no-rubrics", zh: "“{label}”没有指标体系", en: "there is no rubric for “{label}”",
    helpZh: "放一份到工作区的 rubrics/ 里，写上 plugin: {plugin} 和 year: {year}",
    helpEn: "put one into rubrics/ of the workspace, with plugin: {plugin} and year: {year}")
  static let noRubric = Message(
    "rubrics.no-rubric", zh: "“{label}”没有 {year} 年的指标体系", en: "there is no rubric of {year} for “{label}”",
    helpZh: "已有年度：{years}；把最近一年的复制到工作区的 rubrics/ 里，写上 plugin: {plugin}，改 year 和指标",
    helpEn:
      "there are: {years}; copy the latest into rubrics/ of the workspace, write plugin: {plugin} into it, change year and indicators"
  )
  static let severalRubrics = Message(
    "rubrics.several-rubrics", zh: "{label} {year} 年的指标体系有几份：{files}",
    en: "there are several rubrics of {year} for “{labelEn}”: {files}",
    helpZh: "留下一份；旧的移出 rubrics/，或者改名不以 .yaml 结尾",
    helpEn: "keep one; move the others out of rubrics/ or give them another ending than .yaml")
  static let strangeRubric = Message(
    "rubrics.strange-rubric", zh: "{file} 写的插件“{plugin}”没有启用，不知道是谁的指标体系",
    en: "{file} names the plugin “{plugin}”, which is not in use: nobody knows whose rubric it is",
    helpZh: "改成启用的插件：{plugins}；不用的移出 rubrics/",
    helpEn: "name one in use: {plugins}; or move the file out of rubrics/")
  static let ahead = Message(
    "rubrics.decision-ahead", zh: "{subject} 的“{what}”决定日期 {day} 在 {today} 以后，没有生效",
    en: "“{what}” of {subject} is decided on {day}, after {today}, and has no effect",
    helpZh: "日期写错了就改过来；没写错，到那天以后再评分", helpEn: "correct the day, or score again once it has come")
  static let outsider = Message(
    "rubrics.decision-outsider", zh: "“{what}”写的单位 {subject} 不在考核名单里，没有生效",
    en: "“{what}” names {subject}, which is not assessed, and has no effect",
    helpZh: "改成考核名单里的单位，或者删去", helpEn: "name a unit that is assessed, or delete it")
  static let noColumn = Message(
    "rubrics.no-column", zh: "{what} 的结果里没有列“{column}”", en: "{what} gives no column “{column}”",
    helpZh: "有：{columns}", helpEn: "it gives: {columns}")
  static let subjectEmpty = Message(
    "rubrics.subject-empty", zh: "subjects 的第一列有空值，或者不是单位",
    en: "the first column of subjects is empty or no unit in some row")
  static let subjectTwice = Message(
    "rubrics.subject-twice", zh: "subjects 里“{subject}”出现两次", en: "subjects has “{subject}” twice")
  static let noSubjects = Message("rubrics.no-subjects", zh: "subjects 里没有单位", en: "there are no subjects")
  static let vetoUndecided = Message(
    "rubrics.veto-undecided", zh: "{subject} 的否决事项“{event}”没有决定文号或日期，没有生效",
    en: "the veto “{event}” of {subject} has no number or date of its decision and has no effect",
    helpZh: "补上决定机关、文号和日期", helpEn: "add body, number and date of the decision")
  static let vetoUnknown = Message(
    "rubrics.veto-unknown", zh: "{subject} 的否决事项“{event}”写的指标“{indicator}”不是否决指标，没有生效",
    en:
      "the veto “{event}” of {subject} names “{indicator}”, which is no veto of the rubric, and has no effect",
    helpZh: "指标改成否决指标的编号，这份指标体系有：{allowed}", helpEn: "the vetoes of the rubric are: {allowed}")
  static let exemptionUnknown = Message(
    "rubrics.exemption-unknown", zh: "{subject} 的合理缺项写的指标“{indicator}”不在指标体系里，没有生效",
    en: "the exemption of {subject} names “{indicator}”, which the rubric does not have, and has no effect",
    helpZh: "指标改成下面的一个：{allowed}", helpEn: "the indicators are: {allowed}")
  static let exemptionUndecided = Message(
    "rubrics.exemption-undecided", zh: "{subject} 的合理缺项 {indicator} 没有决定人或决定日期，没有生效",
    en: "the exemption of {subject} from {indicator} has no person or day of its decision and has no effect",
    helpZh: "补上决定人和决定日期", helpEn: "add who decided it and when")
  static let inMeasure = Message(
    "rubrics.in-measure", zh: "指标 {indicator} {label}", en: "indicator {indicator} {label}")
  static let realColumn = Message(
    "rubrics.real-column", zh: "取数的列“{column}”是实数，不精确",
    en: "the column “{column}” of the measure is a real number and not exact",
    helpZh: "给出分子和分母两列（numerator、denominator），由指标体系来除；确实只能近似的写 approximate: true",
    helpEn:
      "give numerator and denominator, which the rubric divides; where it cannot be exact write approximate: true"
  )
  static let noNumberColumn = Message(
    "rubrics.no-number-column", zh: "取数的列“{column}”是{type}，不是数",
    en: "the column “{column}” of the measure is {type} and no number")
  static let scored = Message(
    "rubrics.scored", zh: "{label} {year}：{count} 个单位，{scored} 个有总分；等级 {grades}",
    en: "{label} {year}: {count} {count:unit|units}, {scored} with a total; grades {grades}",
    helpZh: "看结果：{label}.结果 | 筛选 年度 == {year}年；看失分：解释 {label} {year} 单位 失分",
    helpEn:
      "the results: {plugin}.result | where year == {year}年; marks lost: explain {plugin} {year} UNIT lost")
  static let someMissing = Message(
    "rubrics.some-missing", zh: "{subject} 没有总分：{lacking}",
    en: "{subject} has no total: {lackingEn}")
  static let severalMissing = Message(
    "rubrics.several-missing", zh: "{count} 个单位没有总分（{subject}）：{lacking}",
    en: "{count} units have no total ({subject}): {lackingEn}")
  static let example = Message(
    "rubrics.example", zh: "这份指标体系是示例（{file}），正式使用前请督导室修改并去掉 example",
    en:
      "this rubric is an example ({file}); before it is used in earnest the office edits it and takes example away"
  )
  static let sealedAlready = Message(
    "rubrics.sealed-already", zh: "{label} {year} 第 {version} 版已于 {day} 封存，不能重新评分",
    en: "version {version} of {label} {year} was sealed on {day} and cannot be scored again",
    helpZh: "看重算会变什么：比对 {label} {year}；依据决定重开：{label} 重开 {year} --body 机关 --number 文号 --date 日期 --reason 理由",
    helpEn:
      "what would change: diff {plugin} {year}; by a decision: {plugin} reopen {year} --body … --number … --date … --reason …"
  )
  static let decidedAlready = Message(
    "rubrics.decided-already", zh: "{label} {year} 已到“{state}”阶段，不能重新评分",
    en: "{label} {year} has come to “{state}” and cannot be scored again",
    helpZh: "看重算会变什么：比对 {label} {year}；依据决定重开：{label} 重开 {year} --body 机关 --number 文号 --date 日期 --reason 理由",
    helpEn:
      "what would change: diff {plugin} {year}; by a decision: {plugin} reopen {year} --body … --number … --date … --reason …"
  )
  static let noResults = Message(
    "rubrics.no-results", zh: "{label} {year} 还没有评分", en: "{label} {year} is not scored yet",
    helpZh: "先评分：{label} 评分 {year}", helpEn: "score it first: {plugin} score {year}")
  static let noSuchSubject = Message(
    "rubrics.no-such-subject", zh: "{label} {year} 里没有“{name}”", en: "{label} {year} has no “{name}”",
    helpZh: "考核的有：{names}", helpEn: "assessed are: {names}")
  static let noSuchAssessment = Message(
    "rubrics.no-such-assessment", zh: "没有叫“{name}”的考核", en: "there is no assessment “{name}”",
    helpZh: "有：{names}",
    helpEn: "there are: {names}")
  static let noAssessments = Message(
    "rubrics.no-assessments", zh: "这个工作区没有启用考核", en: "this workspace has no assessment enabled",
    helpZh: "在 workspace.yaml 的 plugins 里加上，如 duty", helpEn: "add one to plugins in workspace.yaml, as duty")
  static let rubricChanged = Message(
    "rubrics.rubric-changed", zh: "指标体系在评分之后改过（{before} → {now}），下面的标准和取数以现在的为准",
    en:
      "the rubric was changed since it was scored ({before} → {now}); standards and measures are those of now"
  )
  static let rubricKept = Message(
    "rubrics.rubric-kept", zh: "指标体系文件在评分之后改过（{before} → {now}），这里按评分时的那份 {before}",
    en:
      "the rubric's file was changed since it was scored ({before} → {now}); this is by the one of then, {before}",
    helpZh: "没有审定的，重新评分才按新的算；已经审定的不再变",
    helpEn: "before the approval, score again to go by the new one; afterwards nothing changes")
  static let rubricKeptAlone = Message(
    "rubrics.rubric-kept-alone", zh: "指标体系文件现在读不了或者没有了，这里按评分时的那份 {before}",
    en: "the rubric's file is gone or cannot be read; this is by the one that was scored with, {before}")
  static let noYear = Message(
    "rubrics.no-year", zh: "要写年度", en: "the year is wanted", helpZh: "如 2024", helpEn: "as 2024")
  static let noWorkspace = Message(
    "rubrics.no-workspace", zh: "没有打开工作区", en: "no workspace is open", helpZh: "用 -w 指定工作区的文件夹",
    helpEn: "name the folder of the workspace with -w")
  static let nothingLost = Message(
    "rubrics.nothing-lost", zh: "{subject} 没有失分", en: "{subject} lost no marks")
  static let severalSubjects = Message(
    "rubrics.which-subject", zh: "要写单位", en: "which unit is wanted", helpZh: "如：解释 {label} {year} {first} 失分",
    helpEn: "as: explain {plugin} {year} {first} lost")
  static let explained = Message(
    "rubrics.explained",
    zh: "{subject}：{score} 分，等级 {grade}，第 {rank} 名（{category}第 {categoryRank} 名）；失分 {lost}",
    en: "{subject}: {score} marks, grade {grade}, rank {rank} ({categoryRank} in {category}); {lost} lost")
  static let explainedWithout = Message(
    "rubrics.explained-without", zh: "{subject}：没有总分；{lacking}",
    en: "{subject} has no total: {lackingEn}")
  static let explainedScaling = Message(
    "rubrics.explained-scaling",
    zh: "{left} 不计：可得 {attainable} 分，得 {got} 分，总分是 {got} ÷ {attainable} × {full}{extra}",
    en: """
      not counted: {leftEn}; {got} of {attainable} attainable marks, so the total is {got} ÷ {attainable} × {full}\
      {extraEn}
      """)
  static let explainedExtra = Message(
    "rubrics.explained-extra", zh: "各项得 {got} 分，再加满分之外的 {marks} 分",
    en: "{got} marks, and {marks} beyond the full ones")
  static let noSuchIndicatorHere = Message(
    "rubrics.no-such-indicator-here", zh: "{label} {year} 没有指标“{id}”",
    en: "{label} {year} has no indicator “{id}”",
    helpZh: "有：{ids}", helpEn: "there are: {ids}")
}
