import KitModel
import PluginAPI

/// Help for the command line itself: `dudao --help`.
struct CommandLineHelp {
  var language: UILanguage
  var commands: [CommandDeclaration]

  /// Some mean something else before a workspace is open, some mean nothing without a prompt.
  private static func isForTheShell(_ command: CommandDeclaration) -> Bool {
    ShellVerb(command.name.en) == nil && !["exit", "timing"].contains(command.name.en)
  }

  func page() -> Document {
    Document([
      .heading(HelpMessages.commandLineTitle.text(language), level: 1), facts(CommandLineWords.verbs),
      .heading(HelpMessages.commandLineCommands.text(language), level: 2),
      .facts(
        commands.filter(Self.isForTheShell).map { .init("dudao " + $0.name.en, $0.meaning.text(language)) }),
      .heading(HelpMessages.commandLineOptions.text(language), level: 2), facts(CommandLineWords.options),
      .heading(HelpMessages.commandLineCodes.text(language), level: 2), facts(CommandLineWords.codes),
    ])
  }

  private func facts(_ lines: [(line: String, meaning: Label)]) -> Document.Block {
    .facts(lines.map { .init($0.line, $0.meaning.text(language)) })
  }
}
