import KitModel

extension LanguageMessages {
  static let limits: [Message] = [nestingTooDeep, expressionTooLong, pipelineTooLong]

  static let nestingTooDeep = Message(
    "language.nesting-too-deep", zh: "括号、花括号或前置符号套得太深（最多 {limit} 层）",
    en: "brackets, blocks or prefix operators nest too deep (at most {limit})",
    helpZh: "用「设」给里面的部分起名字，再用名字", helpEn: "name an inner part with let and use the name")

  static let expressionTooLong = Message(
    "language.expression-too-long", zh: "一个算式里的运算太多（最多 {limit} 个）",
    en: "one expression holds at most {limit} operators",
    helpZh: "分成几步写；很多个值用 属于 (…)", helpEn: "split it into steps; for many values use in (…)")

  static let pipelineTooLong = Message(
    "language.pipeline-too-long", zh: "一条查询的步骤太多（最多 {limit} 步）", en: "a pipeline has at most {limit} stages",
    helpZh: "用「设」分成几段", helpEn: "split it with let")
}
