import KitFormats
import KitModel
import PluginAPI
import Synchronization
import Testing

@testable import dudao

/// What was written, kept for a test to look at.
final class Capture: Sendable {
  private let texts = Mutex((out: "", err: "", both: ""))

  var console: Console {
    Console(
      out: { text in
        self.texts.withLock {
          $0.out += text; $0.both += text
        }
      },
      err: { text in
        self.texts.withLock {
          $0.err += text; $0.both += text
        }
      })
  }

  var out: String { texts.withLock { $0.out } }
  var err: String { texts.withLock { $0.err } }

  /// Both in the order written, and forgets them.
  func take() -> String {
    texts.withLock { texts in
      defer { texts = ("", "", "") }
      return texts.both
    }
  }
}

@Suite("Showing what a session answers")
struct PresenterTests {
  private func shown(
    _ format: TableFormat, _ language: UILanguage = .zh, _ body: (Presenter) -> Void
  ) -> (out: String, err: String) {
    let capture = Capture()
    let presenter = Presenter(
      settings: .init(language: language, format: format, usesLabels: false, terminal: .none, pager: nil),
      console: capture.console)
    presenter.begin("学校 | 取 2")
    body(presenter)
    return (capture.out, capture.err)
  }

  private let table = Table(
    columns: [Column("name", Label("名称", "Name")), Column("pupils", Label("学生数", "Pupils"), .integer)],
    rows: [Table.Row([.text("青石镇中心小学"), .integer(812)]), Table.Row([.text("桥头乡小学"), .null])])
  private let tie = Diagnostic(HostMessages.unexpected, ["text": "x"], severity: .note)

  @Test("A table is data; what has to be said about it is not")
  func separate() {
    let (out, err) = shown(.table) { $0.show(SessionOutput(.table(table, layout: .grid), remarks: [tie])) }
    #expect(
      out == """
        名称            学生数
        ──────────────  ──────
        青石镇中心小学     812
        桥头乡小学
        共 2 行

        """)
    #expect(err == "提示：出了意外：x\n办法：请把这句话和刚才输入的内容告诉维护人员\n")
  }

  @Test(
    "The other formats",
    arguments: [
      (.csv, "name,pupils\n青石镇中心小学,812\n桥头乡小学,\n"),
      (.jsonl, "{\"name\":\"青石镇中心小学\",\"pupils\":812}\n{\"name\":\"桥头乡小学\",\"pupils\":null}\n"),
      (.md, "| 名称 | 学生数 |\n| --- | ---: |\n| 青石镇中心小学 | 812 |\n| 桥头乡小学 |  |\n"),
    ] as [(TableFormat, String)])
  func formats(format: TableFormat, expected: String) {
    let (out, _) = shown(format) { $0.show(SessionOutput(.table(table, layout: .grid))) }
    #expect(out.replacing("\r\n", with: "\n") == expected)
  }

  @Test("A notice is narration, a value is data")
  func noticeAndValue() {
    let (out, err) = shown(.table, .en) {
      $0.show(SessionOutput(.notice(Diagnostic(TimingMessages.on, severity: .note))))
      $0.show(SessionOutput(.value(.integer(163), .integer)))
    }
    #expect(out == "163\n")
    #expect(err == "note: timing is on\n")
  }

  @Test("A fault shows its place, and its first fix is what Tab proposes")
  func fault() {
    let capture = Capture()
    let presenter = Presenter(
      settings: .init(language: .zh, format: .table, usesLabels: false, terminal: .none, pager: nil),
      console: capture.console)
    presenter.begin("学较 | 取 2")
    presenter.report(
      Diagnostic(
        HostMessages.noSuchFolder, ["folder": "学较"], at: SourceSpan(0, 6),
        fixes: [.init(SourceSpan(0, 6), "学校")]))
    #expect(presenter.proposal == "学校 | 取 2")
    #expect(capture.err.contains("  学较 | 取 2\n  ^^^^\n"))
    presenter.begin("学校")
    #expect(presenter.proposal == nil)
  }

  @Test("A document for programs is one table of its parts")
  func document() throws {
    let document = Document([
      .heading("青石镇", level: 1), .facts([.init("代码", "0012")]), .table(table, title: "学校（2 条）"),
    ])
    let (out, _) = shown(.jsonl) { $0.show(SessionOutput(.document(document))) }
    #expect(out.split(separator: "\n").count == 4)
    #expect(out.contains("{\"part\":\"学校（2 条）\",\"row\":1,\"name\":\"学生数\",\"value\":\"812\"}"))
  }
}
