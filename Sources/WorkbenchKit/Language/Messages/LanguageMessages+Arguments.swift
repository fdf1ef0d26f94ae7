import KitModel

extension LanguageMessages {
  static let arguments: [Message] = [
    argumentNeedsQuotes, argumentNameMissing, optionNameMissing, argumentIsWord,
  ]

  static let argumentNeedsQuotes = Message(
    "language.argument-needs-quotes", zh: "参数里的「{character}」和前面的字连在一起，分不清",
    en: "'{character}' is glued to a word of the arguments",
    helpZh: "整个参数放进引号里；是两个参数就用空格隔开",
    helpEn: "put the whole argument in quotes, or a blank before '{character}'")

  static let argumentNameMissing = Message(
    "language.argument-name-missing", zh: "等号前面没有参数的名称", en: "there is no name before this =",
    helpZh: "写成 名称=值", helpEn: "write name=value")

  static let optionNameMissing = Message(
    "language.option-name-missing", zh: "-- 后面没有选项的名称", en: "no option name follows --",
    helpZh: "选项写成 --名称 或 --名称=值，中间没有空格", helpEn: "an option is --name or --name=value, without a blank")

  static let argumentIsWord = Message(
    "language.argument-is-word", zh: "「{found}」是语言里的词，不能直接跟在「{name}」后面",
    en: "'{found}' is a word of the language and cannot follow '{name}'",
    helpZh: "要作「{name}」的参数，就加引号", helpEn: "put it in quotes if it is an argument of '{name}'")
}
