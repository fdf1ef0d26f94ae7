import PluginAPI

/// What may be wrong with `procedures.yaml`.
enum ProcedureFaults {
  static let all = [
    missing, kindUnknown, kindTwice, kindMissing, stepUnknown, stepTwice, stepOrder, noArchive,
    numberTooSmall,
    wordUnknown, byAndDays,
  ]

  static let missing = Message(
    "district.procedures-missing", zh: "找不到督导程序 procedures.yaml",
    en: "the procedures of inspections, procedures.yaml, are not there",
    helpZh: "它和插件 district 的 plugin.yaml 在一起；重新安装",
    helpEn: "it lies beside plugin.yaml of the plugin district; install again")
  static let kindUnknown = Message(
    "district.procedure-kind-unknown", zh: "没有「{found}」这种督导；有：{allowed}",
    en: "there is no kind of inspection “{found}”; there are: {allowed}")
  static let kindTwice = Message(
    "district.procedure-kind-twice", zh: "{kind}写了两遍", en: "{kind} stands there twice")
  static let kindMissing = Message(
    "district.procedure-kind-missing", zh: "没有写{kind}怎么办", en: "how {kind} goes is not said")
  static let stepUnknown = Message(
    "district.procedure-step-unknown", zh: "没有「{found}」这一步；有：{allowed}",
    en: "there is no step “{found}”; there are: {allowed}")
  static let stepTwice = Message(
    "district.procedure-step-twice", zh: "步骤「{step}」写了两遍", en: "the step {step} stands there twice")
  static let stepOrder = Message(
    "district.procedure-step-order", zh: "「{step}」应当在「{before}」前面", en: "{step} comes before {before}")
  static let noArchive = Message(
    "district.procedure-no-archive", zh: "最后一步应当是归档", en: "the last step must be 归档 (archive)")
  static let numberTooSmall = Message(
    "district.procedure-number-too-small", zh: "{found} 太小，至少是 {least}",
    en: "{found} is too small, {least} is the least")
  static let wordUnknown = Message(
    "district.procedure-word-unknown", zh: "不认识「{found}」；可以写：{allowed}",
    en: "“{found}” is not known; what may stand here: {allowed}")
  static let byAndDays = Message(
    "district.procedure-by-and-days", zh: "by 和 days 只能写一个", en: "only one of by and days may stand there")
}
