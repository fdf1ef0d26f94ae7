import KitModel

/// What the command that records findings is called, takes and writes.
enum FindingWords {
  static let findings = Label(
    zh: "把得分率低的指标记成问题，以后跟踪整改", en: "record indicators with few marks as findings, to be followed up")
  static let findingsExample = Label(
    zh: "得分率不到 60% 的记成问题，明年六月底前整改", en: "those below 60 %, to be mended by the end of June")
  static let below = Label(zh: "低于", en: "below")
  static let belowHelp = Label(
    zh: "得分率低于多少才记，不写是 60%", en: "below which share of full marks; 60 % unless given")
  static let deadline = Label(zh: "期限", en: "deadline")
  static let deadlineHelp = Label(zh: "整改期限", en: "until when it is to be mended")
  static let text = Label(zh: "{name}：满分 {full}，得 {mark}。{reason}", en: "{name}: {mark} of {full}. {reason}")
}
