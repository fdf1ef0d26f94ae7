import KitModel

/// What the commands of papers are called and say in their help.
enum PaperWords {
  static let draftName = Label(zh: "公文 拟稿", en: "paper draft")
  static let draft = Label(zh: "按模板拟一份公文，没有文号", en: "Drafts a paper from its template; it has no number yet.")
  static let textName = Label(zh: "公文 文稿", en: "paper text")
  static let text = Label(
    zh: "把草稿的文字写成文件来改，改好再交回来", en: "Writes the text of a draft to a file, to be changed and brought back.")
  static let reviewName = Label(zh: "公文 审核", en: "paper review")
  static let review = Label(zh: "审核草稿；不能由拟稿人审", en: "Someone other than the drafter approves the draft.")
  static let signName = Label(zh: "公文 签发", en: "paper sign")
  static let sign = Label(
    zh: "签发：取下一个文号；签发以后只能作废，不能撤销",
    en: "Signs papers: each takes the next number, and can then be voided but not undone.")
  static let deliverName = Label(zh: "公文 送达", en: "paper deliver")
  static let deliver = Label(zh: "登记哪天送到、谁签收", en: "Records on which day it reached whom.")
  static let voidName = Label(zh: "公文 作废", en: "paper void")
  static let void = Label(zh: "作废，写明原因；文号留着", en: "Voids a paper for a reason; its number stays.")
  static let printName = Label(zh: "公文 打印", en: "paper print")
  static let print = Label(
    zh: "看一份公文，或者写成文件", en: "Shows a paper, or writes papers as files.")

  static let kind = Label(zh: "文种", en: "kind")
  static let kindHelp = Label(zh: "例如 督导通知", en: "such as 督导通知")
  static let unit = Label(zh: "单位", en: "unit")
  static let unitHelp = Label(zh: "涉及的单位，名称或代码", en: "the unit that it concerns, by name or code")
  static let inspection = Label(zh: "任务", en: "inspection")
  static let inspectionHelp = Label(zh: "属于哪次督导", en: "the inspection to which it belongs")
  static let recipient = Label(zh: "主送", en: "recipient")
  static let recipientHelp = Label(zh: "不写就是单位", en: "the unit unless given")
  static let paper = Label(zh: "公文", en: "paper")
  static let paperHelp = Label(zh: "拟稿号或文号", en: "the number of its draft or its own")
  static let from = Label(zh: "交回", en: "from")
  static let fromHelp = Label(zh: "改好的文件", en: "the changed file")
  static let day = Label(zh: "日期", en: "day")
  static let dayHelp = Label(zh: "不写就是今天", en: "today unless given")
  static let receiver = Label(zh: "签收人", en: "receiver")
  static let receiverHelp = Label(zh: "谁签收的", en: "who signed for it")
  static let how = Label(zh: "送达方式", en: "how")
  static let howHelp = Label(zh: "直接送达、邮寄、电子送达……", en: "in person, by post, electronically …")
  static let reason = Label(zh: "原因", en: "reason")
  static let reasonHelp = Label(zh: "写进登记", en: "kept in the register")
  static let formats = Label(zh: "格式", en: "formats")
  static let formatsHelp = Label(zh: "docx、pdf、html，可以几种", en: "docx, pdf, html, several with commas")
  static let folder = Label(zh: "文件夹", en: "folder")
  static let folderHelp = Label(zh: "exports 里的哪个文件夹", en: "the folder below exports")
  static let defaultFolder = Label(zh: "公文", en: "papers")
  static let writing = Label(zh: "写公文", en: "writing papers")

  static let draftExample = Label(zh: "给一次督导拟通知", en: "a notice of an inspection")
  static let textExample = Label(zh: "写出来改", en: "to change it")
  static let reviewExample = Label(zh: "审核一份草稿", en: "reviews a draft")
  static let signExample = Label(zh: "签发一份", en: "signs one")
  static let deliverExample = Label(zh: "登记送达", en: "records its delivery")
  static let voidExample = Label(zh: "发错了", en: "sent to the wrong unit")
  static let printExample = Label(zh: "写成 docx 和 pdf", en: "as docx and pdf")

  static let columns = [
    Label(zh: "拟稿号", en: "Draft"), Label(zh: "文号", en: "Number"), Label(zh: "标题", en: "Title"),
    Label(zh: "主送", en: "Recipient"), Label(zh: "状态", en: "State"),
  ]

  static let reviewAction = Label(zh: "审核", en: "reviewed")
  static let signAction = Label(zh: "签发", en: "signed")
  static let voidAction = Label(zh: "作废", en: "voided")
  static let sealReason = Label(zh: "{paper} 已经签发", en: "{paper} is signed")
  static let sameHands = Label(zh: "拟稿和签发是同一人", en: "drafted and signed by one person")

  static func span(_ first: String, _ last: String, _ language: UILanguage) -> String {
    language == .zh ? "从 \(first) 到 \(last)" : "\(first) to \(last)"
  }
}
