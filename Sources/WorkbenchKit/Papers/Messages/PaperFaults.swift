import KitModel

/// What is said of papers.
enum PaperFaults {
  static let all = [
    noRegister, noSuchKind, noSeries, idTwice, firstNumber, noTemplate, noTitle, noSuchPaper,
    inRules, notADraft, ownDraft, notReviewed, beforeDraft, reviewedAlready, signedByOne, notSigned,
    deliveredBefore,
    deliveredLater,
    voidAlready, draftedBy, signedByOther, deliveredBy, voidedByOther, beforeLast, markLost, notUTF8, drafted,
    draftedForReview,
    textOut, textBack, reviewed, signed, delivered, voided,
    printed, wouldPrint, noFile, inspectionWanted, unitWanted, valueUnused, pictureChanged,
    notPrinted,
  ]

  static let noRegister = Message(
    "papers.no-register", zh: "没有发文登记：启用的插件里没有一个带公文",
    en: "there is no register of papers among the plugins in use",
    helpZh: "workspace.yaml 的 plugins 里加上 district", helpEn: "add district to plugins in workspace.yaml")
  static let noSuchKind = Message(
    "papers.no-such-kind", zh: "没有“{kind}”这种公文", en: "there is no kind of paper “{kind}”",
    helpZh: "有：{kinds}", helpEn: "there are: {kindsEn}")
  static let inspectionWanted = Message(
    "papers.inspection-wanted", zh: "{kind}写的是一次督导，要说是哪一次", en: "{kindEn} is about one inspection: say which",
    helpZh: "加上 --inspection 任务编号或标题", helpEn: "add --inspection with its code or title")
  static let unitWanted = Message(
    "papers.unit-wanted", zh: "{kind}写的是一个单位，要说是哪个", en: "{kindEn} is about one unit: say which",
    helpZh: "加上 --unit 单位，几个单位写几次", helpEn: "add --unit, once for each unit")
  static let valueUnused = Message(
    "papers.value-unused", zh: "{kind}的模板里用不到“{name}”", en: "the template of {kindEn} does not use “{name}”",
    helpZh: "{file} 里有：{names}", helpEn: "{file} has: {namesEn}")
  static let pictureChanged = Message(
    "papers.picture-changed", zh: "图片 {picture} 在拟稿以后被改动了",
    en: "the picture {picture} was changed since the paper was drafted",
    helpZh: "从备份里找回原来的文件，放回 {picture}", helpEn: "put the file as it was back to {picture}, from a backup")
  static let notPrinted = Message(
    "papers.not-printed", zh: "没有写出：{paper}", en: "not written: {paper}")
  static let noSeries = Message(
    "papers.no-series", zh: "{kind}不知道用什么机关代字编号（{series}）",
    en: "{kindEn}: there is no series of numbers ({series})",
    helpZh: "在工作区的 papers.yaml 的 series 里加一条：id 写 {series}，code 写机关代字（如 某教督）",
    helpEn: "add one to series in papers.yaml of the workspace, with {series} as id and 机关代字 as code")
  static let idTwice = Message(
    "papers.id-twice", zh: "“{id}”写了两次", en: "“{id}” stands there twice")
  static let firstNumber = Message(
    "papers.first-number", zh: "起始号 {found} 不行，要在 1 到 {most} 之间",
    en: "the first number is {found}; it must lie between 1 and {most}")
  static let inRules = Message(
    "papers.in-rules", zh: "它写在 {file} 的 {place} 里", en: "it stands in {file} under {place}")
  static let noTemplate = Message(
    "papers.no-template", zh: "{kind}没有模板 {file}", en: "{kindEn} has no template {file}",
    helpZh: "把模板放到工作区的 {file}", helpEn: "put it into the workspace as {file}")
  static let noTitle = Message(
    "papers.no-title", zh: "{file} 里没有标题", en: "{file} has no title",
    helpZh: "标题写成单独一行，以“# ”开头", helpEn: "write it as a line that begins with “# ”")
  static let noSuchPaper = Message(
    "papers.no-such-paper", zh: "没有公文“{paper}”", en: "there is no paper “{paper}”",
    helpZh: "写拟稿号（拟2024-001）或文号；全部：公文 | 选列 拟稿号, 文号, 标题, 状态",
    helpEn: "by the number of its draft or its own; all: paper | select draft, reference, title, state")
  static let notADraft = Message(
    "papers.not-a-draft", zh: "{paper} {state}，不是待办的草稿", en: "{paper} is {stateEn}, no open draft",
    helpZh: "签发以后不能改，只能作废后另拟：{void} {paper} --reason 原因",
    helpEn: "what is signed is voided and drafted anew: {voidEn} {paper} --reason …")
  static let ownDraft = Message(
    "papers.own-draft", zh: "{paper} 的文稿{person}拟过或改过，不能由本人{action}",
    en: "{paper} was drafted or changed by {person}, who cannot have it {actionEn}",
    helpZh: "请另一人办", helpEn: "ask another person")
  static let notReviewed = Message(
    "papers.not-reviewed", zh: "{paper} 还没有审核，不能签发", en: "{paper} was not reviewed and cannot be signed",
    helpZh: "先审核：公文 审核 {paper}", helpEn: "first: paper review {paper}")
  static let beforeDraft = Message(
    "papers.before-draft", zh: "{paper} 是 {day} 拟的，不能在那以前{action}",
    en: "{paper} was drafted on {day} and cannot be {actionEn} before")
  static let reviewedAlready = Message(
    "papers.reviewed-already", zh: "{paper} 已由{person}审核", en: "{paper} was reviewed by {person}",
    helpZh: "下一步是签发；还要改：公文 文稿 {paper}，改完重新审核",
    helpEn: "it is to be signed next; to change it: paper text {paper}, then review it again")
  static let signedByOne = Message(
    "papers.signed-by-one", zh: "{paper} 由{person}一人拟稿和签发，登记里写明",
    en: "{paper} is drafted and signed by {person} alone; the register says so")
  static let notSigned = Message(
    "papers.not-signed", zh: "{paper} {state}，没有签发，不能登记送达",
    en: "{paper} is {stateEn}: only what is signed is delivered",
    helpZh: "先签发：{sign} {paper}", helpEn: "first: {signEn} {paper}")
  static let deliveredBefore = Message(
    "papers.delivered-before", zh: "送达日期 {day} 早于签发日期 {signed}",
    en: "delivery on {day} is before the signing on {signed}")
  static let deliveredLater = Message(
    "papers.delivered-later", zh: "送达日期 {day} 还没有到，今天是 {today}",
    en: "{day} is not yet there, today is {today}")
  static let voidAlready = Message(
    "papers.void-already", zh: "{paper} 已经作废", en: "{paper} is void already",
    helpZh: "还要发文，就另拟一份", helpEn: "draft another one if one is needed")
  static let draftedBy = Message(
    "papers.drafted-by", zh: "{kind}要用别的命令拟：{command}",
    en: "{kindEn} is drafted by another command: {commandEn}")
  static let deliveredBy = Message(
    "papers.delivered-by", zh: "{paper} 的送达要用别的命令登记：{command}",
    en: "the delivery of {paper} is recorded by another command: {commandEn}",
    helpZh: "{command} {paper} --to 签收人", helpEn: "{commandEn} {paper} --to WHOM")
  static let signedByOther = Message(
    "papers.signed-by-other", zh: "{paper} 要用别的命令签发：{command}",
    en: "{paper} is signed by another command: {commandEn}", helpZh: "{command} {paper}",
    helpEn: "{commandEn} {paper}")
  static let voidedByOther = Message(
    "papers.voided-by-other", zh: "{paper} 要用别的命令作废：{command}",
    en: "{paper} is voided by another command: {commandEn}", helpZh: "{command} {paper} --reason 原因",
    helpEn: "{commandEn} {paper} --reason …")
  static let beforeLast = Message(
    "papers.before-last", zh: "“{code}”最近一号是 {last} 签的，不能再签在 {day}",
    en: "the last number of “{code}” was taken on {last}: none can be taken on {day}",
    helpZh: "按实际日期签发", helpEn: "sign on the day that it is")
  static let markLost = Message(
    "papers.mark-lost", zh: "{file} 里没有 {marks}，签发时文号和日期没有地方填",
    en: "{file} has no {marks}: number and day would have no place",
    helpZh: "在“公文”块里补上 发文字号：⟦文号⟧、成文日期：⟦签发日期⟧",
    helpEn: "put 发文字号：⟦文号⟧ and 成文日期：⟦签发日期⟧ back into its block 公文 (in a template with double braces)")
  static let notUTF8 = Message(
    "papers.not-utf8", zh: "{file} 不是 UTF-8 文字", en: "{file} is no UTF-8 text", helpZh: "在编辑器里另存为 UTF-8 再交回来",
    helpEn: "save it as UTF-8 in the editor")
  static let noFile = Message(
    "papers.no-file", zh: "读不了文件 {file}：{reason}", en: "{file} cannot be read: {reason}",
    helpZh: "用「公文 文稿 {paper}」写出的文件改好再交回来", helpEn: "bring back the file that “paper text {paper}” wrote")

  static let drafted = Message(
    "papers.drafted", zh: "拟好 {paper}：{title}", en: "{paper} drafted: {title}",
    helpZh: "看：公文 打印 {paper}；改：公文 文稿 {paper}；签发：公文 签发 {paper}",
    helpEn: "see it: paper print {paper}; change it: paper text {paper}; sign it: paper sign {paper}")
  static let draftedForReview = Message(
    "papers.drafted-for-review", zh: "拟好 {paper}：{title}", en: "{paper} drafted: {title}",
    helpZh: "看：公文 打印 {paper}；改：公文 文稿 {paper}；然后请另一人审核：公文 审核 {paper}",
    helpEn:
      "see it: paper print {paper}; change it: paper text {paper}; then another reviews it: paper review {paper}"
  )
  static let textOut = Message(
    "papers.text-out", zh: "{paper} 的文稿写在 {file}", en: "the text of {paper} is in {file}",
    helpZh: "改好后交回：公文 文稿 {paper} --from {quoted}；⟦文号⟧ 这样的记号不要动",
    helpEn: "bring it back: paper text {paper} --from {quoted}; leave marks such as ⟦文号⟧ as they are")
  static let textBack = Message(
    "papers.text-back", zh: "{paper} 的文稿已更新，要重新审核", en: "{paper} has its new text; it is to be reviewed again"
  )
  static let reviewed = Message("papers.reviewed", zh: "{paper} 已审核", en: "{paper} reviewed")
  static let signed = Message(
    "papers.signed", zh: "已签发 {paper}：{title}（{draft}）", en: "signed as {paper}: {title} ({draft})",
    helpZh: "打印：公文 打印 {paper} --to docx；送到以后登记谁签收",
    helpEn: "print it: paper print {paper} --to docx; then record who received it")
  static let delivered = Message(
    "papers.delivered", zh: "{paper} 于 {day} 送达", en: "{paper} delivered on {day}")
  static let voided = Message(
    "papers.voided", zh: "{paper} 已作废；号留着，不再用", en: "{paper} is void; its number stays and is not used again")
  static let printed = Message(
    "papers.printed", zh: "写了 {count} 个文件：{files}",
    en: "{count} {count:file|files} written: {files}")
  static let wouldPrint = Message(
    "papers.would-print", zh: "会写 {count} 个文件：{files}；试运行，没有写",
    en: "{count} {count:file|files} would be written: {files}; a dry run writes none")
}
