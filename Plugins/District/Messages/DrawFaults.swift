import PluginAPI

/// What is said while something is drawn.
enum DrawFaults {
  static let all = [
    noLawfulTeam, noLawfulTeams, barRecusal, barLastTime, barFull, tooEarly, drawnBefore,
    voidedBefore, drawn, rearranged, voidedNow, written, noTemplate, barsChanged,
    barAdded, barGone,
  ]

  static let noLawfulTeam = Message(
    "district.no-lawful-team", zh: "{unit}组不成 {seats} 人的督导组：名单里 {pool} 人，能去的只有 {count} 人",
    en: "no lawful team of {seats} for {unit}: of {pool} in the list only {count} may go",
    helpZh: "扩大督学名单，或者写明理由不让它参加",
    helpEn: "take more inspectors into the list, or leave the unit out with its reason")
  static let noLawfulTeams = Message(
    "district.no-lawful-teams", zh: "组不成合规的督导组：{units}共要 {seats} 人次，能去的只有 {persons} 人、{room} 人次",
    en: "no lawful teams: {units} need {seats} places in all, {persons} may go and have room for {room}",
    helpZh: "作废 {draw}，扩大督学名单或者提高每人最多单位数，再登记一次",
    helpEn: "void {draw} and prepare another with more inspectors or more units for each")
  static let barRecusal = Message(
    "district.bar-recusal", zh: "{person}回避{unit}：{recusal}", en: "{person} is recused from {unit}: {recusal}"
  )
  static let barLastTime = Message(
    "district.bar-last-time", zh: "上一次（{inspection}）去过{unit}：{persons}",
    en: "at {unit} last time ({inspection}): {persons}")
  static let barFull = Message(
    "district.bar-full", zh: "任务已满（每人最多 {load} 个单位）：{persons}",
    en: "no room, {load} units are the most for one: {persons}")
  static let tooEarly = Message(
    "district.draw-too-early", zh: "「{source}」{day} 才公布，今天 {today}，还不能抽",
    en: "“{source}” is published on {day}; today, {today}, is too early")
  static let drawnBefore = Message(
    "district.draw-drawn-before", zh: "{draw} 已经抽过（{time}），不能再抽",
    en: "{draw} was drawn before ({time}) and cannot be drawn again",
    helpZh: "要另抽就再登记一次，写明理由；这次的结果留着，或者作废",
    helpEn: "prepare another with its reason; the result of this one stays, or is voided")
  static let voidedBefore = Message(
    "district.draw-voided-before", zh: "{draw} 已于 {day} 作废：{reason}",
    en: "{draw} was voided on {day}: {reason}")
  static let drawn = Message(
    "district.draw-drawn", zh: "{draw} 已抽。种子 {seed} = SHA-256（名单摘要 {digest} 接「{number}」）",
    en: "{draw} is drawn. Seed {seed} = SHA-256 of the digest {digest} followed by “{number}”",
    helpZh: "打印签字：抽取 记录 {draw} --to docx,pdf", helpEn: "to print and sign: draw record {draw} --to docx,pdf")
  static let rearranged = Message(
    "district.draw-rearranged", zh: "有 {count} 个席位按摘要顺序没有人能去，已按规则换位补上",
    en:
      "{count} {count:seat|seats} found nobody in the order of hashes and {count:was|were} filled by moving others, as the rule says"
  )
  static let barsChanged = Message(
    "district.draw-bars-changed", zh: "{draw} 登记以后，谁不能去哪里变了 {count} 处，照原来的名单不能抽",
    en:
      "since {draw} was prepared {count} {count:thing|things} changed in who may go where, so its lists cannot be drawn",
    helpZh: "作废它，写明理由再登记一次：新登记的回避就进名单摘要",
    helpEn: "void it and prepare another with its reason: new recusals are part of its digest then")
  static let barAdded = Message(
    "district.draw-bar-added", zh: "新有：{person}不能去{unit}，{kind}：{basis}",
    en: "new: {person} may not go to {unit}, {kindEn}: {basis}")
  static let barGone = Message(
    "district.draw-bar-gone", zh: "没有了：{person}不能去{unit}，{kind}：{basis}",
    en: "gone: {person} might not go to {unit}, {kindEn}: {basis}")
  static let voidedNow = Message(
    "district.draw-voided", zh: "{draw} 已作废；编号和结果留着，撤掉它产生的分工 {count} 条",
    en:
      "{draw} is void; its number and result stay, {count} {count:assignment|assignments} of it {count:is|are} gone"
  )
  static let written = Message("district.draw-written", zh: "已写出：{files}", en: "written: {files}")
  static let noTemplate = Message(
    "district.draw-no-template", zh: "找不到抽取记录的模板", en: "the template of draw records is not there",
    helpZh: "它在插件 district 的 templates 里；重新安装",
    helpEn: "it lies in templates of the plugin district; install again")

  static func voided(_ entry: DrawBook.Entry, at span: SourceSpan?) -> Diagnostic {
    Diagnostic(
      voidedBefore,
      [
        "draw": entry.number, "day": entry.record.date("voided_on")?.iso ?? "",
        "reason": entry.record.text("void_reason") ?? "",
      ], at: span)
  }
}
