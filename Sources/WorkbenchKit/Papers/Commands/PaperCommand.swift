import KitModel
import KitWorkspace

/// What the commands of papers share.
protocol PaperCommand: WorkbenchCommand {
  static var declaration: CommandDeclaration { get }
  init()
}

extension PaperCommand {
  static var paperParameter: CommandParameter {
    .positional("paper", PaperWords.paper, help: PaperWords.paperHelp)
  }

  static var papersParameter: CommandParameter {
    .positional("paper", PaperWords.paper, repeated: true, help: PaperWords.paperHelp)
  }

  func paper(_ arguments: CommandArguments, _ desk: PaperDesk) throws -> PaperRecord {
    try desk.register.paper(arguments.text("paper") ?? "", at: arguments.span("paper"))
  }

  /// Refuses what a command of the area does, since more belongs to it, and names that command.
  func refuse(
    _ paper: PaperRecord, _ desk: PaperDesk, _ hook: KeyPath<PaperKind, Label?>, _ message: Message,
    at span: SourceSpan?
  ) throws {
    guard let kind = try? desk.rules.kind(paper.kind), let command = kind[keyPath: hook] else { return }
    throw Diagnostic(
      message, paper.words.merging(["command": command.zh, "commandEn": command.en]) { $1 }, at: span)
  }

  func papers(_ arguments: CommandArguments, _ desk: PaperDesk) throws -> [PaperRecord] {
    try (arguments.items["paper"] ?? []).map { item in
      guard case .text(let name) = item.value else { throw Diagnostic(PaperFaults.noSuchPaper) }
      return try desk.register.paper(name, at: item.span)
    }
  }
}

/// The commands that every workspace with a register of papers has.
public enum PaperCommands {
  private static let types: [any PaperCommand.Type] = [
    PaperDraftCommand.self, PaperTextCommand.self, PaperReviewCommand.self, PaperSignCommand.self,
    PaperDeliverCommand.self, PaperVoidCommand.self, PaperPrintCommand.self,
  ]

  public static var all: [(declaration: CommandDeclaration, command: any WorkbenchCommand)] {
    types.map { ($0.declaration, $0.init()) }
  }
}
