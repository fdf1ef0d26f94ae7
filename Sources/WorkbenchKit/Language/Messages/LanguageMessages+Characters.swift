import KitModel

extension LanguageMessages {
  static let characters: [Message] = [
    characterUnknown, characterHidden, dashUnclear, stringUnclosed, quotesReversed, quotedNameUnclosed,
    quotedNameEmpty,
  ]

  static let characterUnknown = Message(
    "language.character-unknown", zh: "这里不能写「{character}」", en: "'{character}' cannot stand here",
    helpZh: "文字要放在引号里：\"…\"；名称里有这个字符，就用反引号括起来：`…`",
    helpEn: "put text in quotes: \"…\"; a name that holds this character goes in backquotes: `…`")

  static let characterHidden = Message(
    "language.character-hidden", zh: "这里藏着改变文字方向的字符 {code}，看到的和实际的不一样",
    en: "a hidden character {code} turns the direction of the text, so that it does not read as it looks",
    helpZh: "删掉它再试；多半是从网页、聊天或文件属性里粘贴时带来的",
    helpEn: "delete it; it usually comes along when text is pasted")

  static let dashUnclear = Message(
    "language.dash-unclear", zh: "破折号「{text}」在这里读不明白", en: "the dash '{text}' is unclear here",
    helpZh: "减号写 -；下划线的 —— 要夹在两个字中间；选项前的 -- 只用在命令后面",
    helpEn: "write - for minus; —— reads as _ between two characters of a name, and as -- before an option")

  static let stringUnclosed = Message(
    "language.string-unclosed", zh: "引号 {open} 到行末也没有结束", en: "the quote {open} is not closed on its line",
    helpZh: "在文字末尾补上 {close}", helpEn: "close the text with {close}")

  static let quotesReversed = Message(
    "language.quotes-reversed", zh: "引号里外不清：{text}", en: "these quotes do not pair up: {text}",
    helpZh: "每段文字开头用“、结尾用”，或者都用英文引号 \"…\"",
    helpEn: "open with “ and close with ”, or use plain quotes \"…\" throughout")

  static let quotedNameUnclosed = Message(
    "language.quoted-name-unclosed", zh: "名称的反引号到行末也没有结束",
    en: "the backquote of a name is not closed on its line",
    helpZh: "在名称末尾补上反引号（中文状态下同一个键打出 ·）", helpEn: "close the name with a backquote")

  static let quotedNameEmpty = Message(
    "language.quoted-name-empty", zh: "反引号里没有名称", en: "there is no name between the backquotes",
    helpZh: "把名称写在两个反引号之间", helpEn: "write the name between the backquotes")
}
