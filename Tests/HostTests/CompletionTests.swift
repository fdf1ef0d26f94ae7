import KitModel
import Testing

@testable import dudao

@Suite("Matching names")
struct NameMatchTests {
  @Test(
    "English, Chinese and pinyin initials all find a name, the best fit first",
    arguments: [
      ("school", ["school", "学校"], .wholeName),
      ("Sch", ["school", "学校"], .beginning),
      ("学", ["school", "学校"], .beginning),
      ("xx", ["school", "学校"], .initials),
      ("qsz", ["青石镇"], .initials),
      ("qs", ["青石镇"], .initials),
      ("cq", ["重庆"], .initials), ("csl", ["长寿路"], .initials),
      ("zq", ["重庆"], .initials),
      ("校", ["school", "学校"], .inside),
      ("hool", ["school", "学校"], .inside),
      ("", ["school"], .beginning),
      ("o", ["school"], nil),
      ("sz", ["青石镇"], nil), ("jb", ["江北区"], .initials),
      ("学校园", ["school", "学校"], nil),
    ] as [(String, [String], NameMatch?)])
  func match(typed: String, names: [String], expected: NameMatch?) {
    #expect(NameMatcher(typed).match(names) == expected)
  }
}

@Suite("The Tab key")
struct TabKeyTests {
  private func answer(_ candidates: [String], text: String, start: Int) -> LineEditor.Answer {
    TabKey.answer(
      candidates.map { Candidate($0, start: start) }, text: text, cursor: text.utf8.count, columns: 24,
      language: .zh)
  }

  @Test("The only candidate replaces what was typed, whatever it was typed as")
  func single() {
    #expect(answer(["青石镇"], text: "qsz", start: 0) == .replace(scalars: 3, with: "青石镇"))
    #expect(
      answer(["名称"], text: "学校 | 选列 名", start: "学校 | 选列 ".utf8.count) == .replace(scalars: 1, with: "名称"))
  }

  @Test("Several go as far as all agree")
  func common() {
    #expect(answer(["学校", "学校年报"], text: "学", start: 0) == .replace(scalars: 1, with: "学校"))
  }

  @Test("Where they agree no further they are listed in columns that line up")
  func list() {
    #expect(
      answer(["青石镇", "青山镇", "清水乡", "桥头镇", "q"], text: "q", start: 0)
        == .list(["青石镇  清水乡  q", "青山镇  桥头镇"]))
  }

  @Test("A long list is cut, and how much is said")
  func long() {
    guard case .list(let lines) = answer((0..<100).map { "\($0)号" }, text: "", start: 0) else {
      Issue.record("expected a list")
      return
    }
    #expect(lines.last == "……还有 40 个，再输入几个字会少一些")
  }

  @Test("Nothing fits: nothing happens")
  func nothing() {
    #expect(answer([], text: "x", start: 0) == .none)
  }
}
