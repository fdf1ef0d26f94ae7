import KitModel
import Testing

@testable import KitLanguage

/// What holds of any tree and of any text.
@Suite struct PropertyTests {
  @Test(arguments: UILanguage.allCases) func everyTreeComesBackFromItsText(language: UILanguage) {
    let formatter = CanonicalFormatter(language: language)
    for seed in 0..<3000 {
      var maker = RandomTree(seed: UInt64(seed))
      let tree = maker.script()
      let text = formatter.text(tree)
      let result = Parser.parse(text)
      if result.diagnostics.contains(where: { $0.message.id == "language.expression-too-long" }) { continue }
      guard TreeDump.of(result.script) == TreeDump.of(tree) else {
        Issue.record(
          "\(seed): \(text)\n\(result.diagnostics.map { "\($0.message.id) \($0.span.map { $0.slice(of: text) } ?? "")" })\n\(TreeDump.of(tree))\n\(TreeDump.of(result.script))"
        )
        return
      }
      if formatter.text(result.script) != text {
        Issue.record("\(seed): \(text)\n\(formatter.text(result.script))")
        return
      }
    }
  }

  /// Pieces of which texts are thrown together: everything that the lexer treats in a way of its own.
  static let pieces = [
    "学校", "a", "school", "|", "｜", "筛选", "where", " ", " ", " ", "\n", "(", ")", "（", "）", "[", "]", "{", "}",
    ",", "，", "、", ";", "；",
    "=", "==", "=>", "<", "《", "》", "≥", "!", "&&", "||", ".", "..", "。", "-", "--", "—", "——", "+", "*", "/",
    "//", "%", "~", "$", "￥",
    "\"", "'", "“", "”", "‘", "’", "「", "」", "`", "·", "#", "1", "2024", "2024年", "2024-09-01", "2024/9/1",
    "3万", "30天", "80%", "3.5", "60且", "年", "月",
    "且", "或", "非", "and", "or", "not", "in", "is", "null", "空", "介于", "到", "属于", "每", "按", "by", "per", "as",
    "记为", "取", "取5", "前3按", "top",
    "group", "分组", "全部", "case", "else", "否则", "if", "如果", "for", "遍历", "取自", "let", "设", "print", "help",
    "check", "param", "count", "计数", "条件",
    "\u{200B}", "\u{FEFF}", "\u{202E}", "\u{3000}", "\t", "\r\n", "\u{2028}", "\u{0301}", "😀", "👨‍👩‍👧", "é",
    "\u{10FFFF}", "\0", "ｗｈｅｒｅ", "９", "\\", "@", "^",
    "open \"a\"", "import ./x", "export", "导出", "to csv", "a=b", "sort", "-x", "select", "join", "on",
    "window", "pivot", "take 11-13", "2024-2025学年",
  ]

  static func randomText(_ seed: Int) -> String {
    var numbers = Repeatable(seed: UInt64(seed))
    if seed % 5 == 0 {
      let bytes = (0..<Int.random(in: 0...60, using: &numbers)).map { _ in
        UInt8.random(in: 0...255, using: &numbers)
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let count = Int.random(in: 0...24, using: &numbers)
    return (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }.joined()
  }

  @Test(arguments: 0..<8) func anyTextIsReadWithoutHarm(part: Int) {
    for seed in part * 1500..<(part + 1) * 1500 {
      let text = Self.randomText(seed)
      let bytes = Array(text.utf8)
      func isWithin(_ span: SourceSpan) -> Bool {
        span.start >= 0 && span.end <= bytes.count && isBoundary(span.start) && isBoundary(span.end)
      }
      func isBoundary(_ offset: Int) -> Bool { offset == bytes.count || bytes[offset] & 0xC0 != 0x80 }
      let mode: Parser.Mode = seed % 2 == 0 ? .prompt : .script
      let result = Parser.parse(text, mode: mode)
      for diagnostic in result.diagnostics {
        guard let span = diagnostic.span, isWithin(span), diagnostic.fixes.allSatisfy({ isWithin($0.span) })
        else {
          Issue.record("\(seed): \(text.debugDescription) \(diagnostic)")
          return
        }
      }
      for statement in result.script.statements where !isWithin(statement.span) {
        Issue.record("\(seed): \(text.debugDescription)")
      }
      if !result.isUnfinished, result.diagnostics.isEmpty { expectSameTree(text, mode: mode) }
      let offset = bytes.isEmpty ? 0 : Int(UInt64(seed) % UInt64(bytes.count + 1))
      let context = CursorContext(text, offset)
      #expect(context.word.start <= context.word.end && context.word.end <= bytes.count)
    }
  }

  /// What is right at the prompt stays right when more statements follow, and the other way round.
  @Test func statementsDoNotDisturbEachOther() {
    let texts = ReferenceTests.all.map(\.text).filter { !$0.hasPrefix("param") }
    let together = texts.joined(separator: "\n\n")
    let result = Parser.parse(together)
    #expect(result.isSound, "\(result.diagnostics.map(\.message.id))")
    let apart = texts.flatMap { Parser.parse($0).script.statements }
    #expect(TreeDump.of(result.script) == TreeDump.of(Script(apart)))
  }
}
