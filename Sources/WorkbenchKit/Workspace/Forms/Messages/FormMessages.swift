import KitModel

/// What is said when forms are sent out and followed.
public enum FormMessages {
  static let noForms = Message(
    "workspace.form-none", zh: "这个工作区还没有报表", en: "the workspace has no forms",
    helpZh: "在 forms 文件夹里放一个报表声明（.yaml），重新打开工作区",
    helpEn: "put a declaration (.yaml) into forms and open the workspace again")
  static let unknown = Message(
    "workspace.form-unknown", zh: "没有叫“{name}”的报表", en: "no form is called “{name}”", helpZh: "有：{known}",
    helpEn: "there are: {known}")
  static let unknownNear = Message(
    "workspace.form-unknown-near", zh: "没有叫“{name}”的报表，是不是 {near}？",
    en: "no form is called “{name}”; is it {near}?", helpZh: "有：{known}", helpEn: "there are: {known}")
  static let wrongPeriodKind = Message(
    "workspace.form-wrong-period-kind", zh: "“{form}”不是按 {found} 这样的期间填报的",
    en: "“{form}” is not filled for a period such as {found}", helpZh: "写成 {wanted} 这样",
    helpEn: "write it like {wanted}")
  static let columnMissing = Message(
    "workspace.form-column-missing", zh: "报表“{form}”的查询里没有“{field}”这一列",
    en: "the query of the form “{form}” has no column “{field}”", helpZh: "查询的列有：{columns}",
    helpEn: "its columns are: {columns}")
  static let noRecipients = Message(
    "workspace.form-no-recipients", zh: "“{form}”没有一个填报单位", en: "“{form}” has no unit to fill it",
    helpZh: "单独运行声明里 recipients 的查询，看它给出什么",
    helpEn: "run the query of recipients by itself and see what it gives")
  static let notRecipient = Message(
    "workspace.form-not-recipient", zh: "“{name}”不是“{form}”的填报单位", en: "“{name}” does not fill “{form}”",
    helpZh: "相近的有：{near}", helpEn: "near to it: {near}")
  static let withoutRows = Message(
    "workspace.form-without-rows", zh: "{count} 家没有要填的行，没有发表：{names}",
    en: "{count} {count:unit has|units have} no rows to fill and {count:gets|get} no sheet: {names}")
  static let sentAgain = Message(
    "workspace.form-sent-again", zh: "{count} 家还没有交的旧表作废，交回来收不了：{names}",
    en: "{count} {count:unit has|units have} an older sheet out, which cannot be taken any more: {names}",
    helpZh: "把新表发给它们；已经在填的，把填好的内容抄到新表里",
    helpEn: "send them the new sheets; what they have filled in already goes into the new ones")
  static let sendClosed = Message(
    "workspace.form-send-closed", zh: "{form} {year} 年的表不再下发：{label} {year} 已到“{state}”阶段",
    en: "no sheets of {form} {year} are sent any more: {label} {year} has come to “{state}”",
    helpZh: "交回来也不会收；确有决定要改的，先把这一年重开",
    helpEn: "they would not be taken back; where a decision wants it, reopen the year first")
  static let sent = Message(
    "workspace.form-sent", zh: "{form}（{period}）已写出 {count} 份，在 {folder}；截止 {deadline}",
    en: "{form} ({period}): {count} {count:sheet|sheets} written to {folder}, due {deadline}")
  static let sentOpen = Message(
    "workspace.form-sent-open", zh: "{form}（{period}）已写出 {count} 份，在 {folder}；没有截止日期",
    en: "{form} ({period}): {count} {count:sheet|sheets} written to {folder}, without a deadline")
  static let deadlinePast = Message(
    "workspace.form-deadline-past", zh: "截止日期 {deadline} 在今天（{today}）以前",
    en: "the deadline {deadline} lies before today, {today}", helpZh: "核对 --deadline；补录从前的，用 --as-of 写明下发的日期",
    helpEn: "check --deadline; for what was sent earlier give that day with --as-of")
  static let notSent = Message(
    "workspace.form-not-sent", zh: "“{form}”{period} 还没有下发", en: "“{form}” was not sent out for {period}",
    helpZh: "先下发：报表 下发 {form} {period}", helpEn: "send it first: form out {form} {period}")

  static let all =
    [
      noForms, unknown, unknownNear, wrongPeriodKind, columnMissing, noRecipients, notRecipient, withoutRows,
      sentAgain, sendClosed,
      sent,
      sentOpen, notSent, deadlinePast,
    ] + FormReturnMessages.all
}
