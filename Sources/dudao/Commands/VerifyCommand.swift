import KitModel
import KitStore
import PluginAPI

/// `verify` 核验: checks the store and the chain of its journal, or finds the entry behind a code on a report.
struct VerifyCommand: HostCommand {
  static let declaration = CommandDeclaration(
    name: VerifyWords.name, meaning: VerifyWords.meaning,
    parameters: [
      .option(
        "against", VerifyWords.againstParameter,
        help: VerifyWords.againstHelp)
    ],
    examples: [
      .init("verify", VerifyWords.firstExample)
    ])

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let store = try context.openWorkspace().store
    let code = arguments.text("against")
    let report = try code.map { try store.verify(against: $0) } ?? store.verify()
    guard report.isSound else { throw Diagnostics(report.faults) }
    if let found = report.found {
      return .notice(
        Diagnostic(
          VerifyMessages.codeFound,
          [
            "code": found.head.code, "id": String(found.id), "time": found.context.time.text,
            "person": found.context.person, "command": found.context.command,
            "later": String((report.head?.change ?? found.id) - found.id),
          ], severity: .note))
    }
    guard let head = report.head else { return .notice(Diagnostic(VerifyMessages.empty, severity: .note)) }
    return .notice(
      Diagnostic(
        VerifyMessages.sound,
        [
          "changes": String(report.changes), "rows": String(report.rows), "code": head.code,
          "time": head.time.text,
        ], severity: .note))
  }
}

enum VerifyMessages {
  static let all = [sound, empty, codeFound]

  static let sound = Message(
    "host.verify-sound", zh: "完好：核对了 {changes} 次改动、{rows} 行数据。当前校验码 {code}（{time}）",
    en:
      "sound: {changes} {changes:change|changes} and {rows} {rows:row|rows} checked. The code is now {code} ({time})"
  )
  static let empty = Message("host.verify-empty", zh: "完好：还没有任何改动", en: "sound: nothing was ever changed")
  static let codeFound = Message(
    "host.verify-code-found", zh: "校验码 {code} 对得上：第 {id} 次改动，{time}，{person}，{command}；此后又有 {later} 次改动",
    en:
      "the code {code} is good: change {id}, {time}, {person}, {command}; {later} {later:change|changes} since"
  )
}
