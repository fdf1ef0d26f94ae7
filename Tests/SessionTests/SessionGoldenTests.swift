import Foundation
import GoldenFile
import KitModel
import Testing

@testable import KitWorkspace

/// What a clerk reads when the session refuses something, asks or has done something, in both languages.
@Suite struct SessionGoldenTests {
  private struct Case: Sendable {
    let text: String
    var mode = SessionOptions.Mode.script
    var isDryRun = false
    var prepare: @Sendable (Desk) throws -> Void = { _ in }
  }

  private static let statements = [
    Case(text: "param n: integer"),
    Case(text: "play \"param n: integer; print n\"") { $0.lines = ["许多", "3"] },
    Case(text: "play \"param u: ref(unit); print $u.name\" --u 青石镇") {
      $0.run("[code, name; \"04\", \"青石镇\"] | into unit")
      $0.forget()
    },
    Case(text: "青石镇"),
    Case(text: "_ | count", mode: .prompt),
    Case(text: "let a = 1; let a = 2"),
    Case(text: "let numbers = 1"),
    Case(text: "let sum = 1"),
    Case(text: "let 单位 = 1"),
    Case(text: "explain unit | where score > 70"),
    Case(text: "numbers --to 300 | check n > 290, \"小\""),
    Case(text: "unit | where score > 70 | save as 重点"),
    Case(text: "unit | where code == \"01\" | set score = 81"),
    Case(
      text: "numbers --to 30 | select code = text(n + 100), name = \"新\", score = n | into unit",
      mode: .prompt),
    Case(text: "unit | chart bar"),
    Case(text: "unit | export \"a.xlsx\" --template b.xlsx"),
    Case(text: "unit | export \"名单.csv\""),
    Case(text: "unit | export \"名单.csv\"", isDryRun: true),
    Case(text: "unit | export \"名单.doc\""),
    Case(text: "unit | export \"/tmp/名单.csv\""),
    Case(text: "report") {
      try "一份文件".write(to: $0.folder.appending(path: "exports"), atomically: true, encoding: .utf8)
    },
  ]

  private static let commands = [
    "stop", "odd", "wrong", "two", "sly", "raise --now | count", "card 青石镇 | count",
    "low limit=(unit | delete)", "low", "low x", "numbers --to", "numbers --to 2 --to 3", "numbers --tp 3",
    "numbers --zzz 3", "stop 3", "fetch list 名单.docx", "unit | to xml", "unit | to csv --labels=3",
    "fetch --x",
    "fetch lost",
    "raport 3", "xyzzy 3", "numbers where n > 1", "score unit", "score where x > 1", "xyzzy | count", "派单 3",
  ].map { Case(text: $0, mode: .prompt) }

  private static func said(_ item: Case, _ language: UILanguage) throws -> [Diagnostic] {
    let desk = try Desk(item.mode, isDryRun: item.isDryRun, language: language)
    try item.prepare(desk)
    desk.run(item.text)
    // Folders are others at each run.
    return desk.said.map { diagnostic in
      var steady = diagnostic
      for (name, value) in diagnostic.arguments {
        steady.arguments[name] = value.replacing(desk.folder.path, with: "<folder>")
      }
      return steady
    }
  }

  private static func withoutWorkspace(_ language: UILanguage) throws -> [Diagnostic] {
    let desk = try Desk()
    let session = Session(
      workspace: nil, registry: try DeskCommands.registry(),
      options: SessionOptions(language: language, mode: .prompt, person: "", login: ""), delegate: desk)
    _ = session.run("numbers")
    return desk.said
  }

  private static func twice() throws -> [Diagnostic] {
    var registry = try DeskCommands.registry()
    let clash = CommandDeclaration(
      name: Label(zh: "数列", en: "series"), plugin: "duty", meaning: Label(zh: "", en: ""))
    do {
      try registry.add(clash) { throw DeskCommands.Odd() }
      return []
    } catch let diagnostic as Diagnostic {
      return [diagnostic]
    }
  }

  @Test(arguments: UILanguage.allCases) func everythingReadsAsItShould(language: UILanguage) throws {
    var answers = try (Self.statements + Self.commands).map { ($0.text, try Self.said($0, language)) }
    answers.append(("numbers", try Self.withoutWorkspace(language)))
    answers.append(("数列", try Self.twice()))
    let text = answers.map { text, said in
      #expect(!said.isEmpty, "nothing was said of: \(text)")
      let renderer = DiagnosticRenderer(language: language, source: text)
      return "» \(text)\n" + said.map { renderer.text($0) + "\n" }.joined()
    }.joined(separator: "\n")
    let golden = GoldenFile("session.\(language.rawValue).txt", besides: #filePath)
    #expect(try golden.text(recording: text) == text)
  }
}
