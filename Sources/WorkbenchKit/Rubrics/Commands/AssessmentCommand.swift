import KitModel
import KitStore
import KitWorkspace

/// What all commands of an assessment share.
protocol AssessmentCommand: WorkbenchCommand {
  var assessment: Assessment { get }
  static func declaration(of assessment: Assessment) -> CommandDeclaration
  init(_ assessment: Assessment)
}

extension AssessmentCommand {
  /// The name of a command of two words: the plugin's and its own.
  static func name(_ assessment: Assessment, _ zh: String, _ en: String) -> Label {
    Label(zh: "\(assessment.label.zh) \(zh)", en: "\(assessment.plugin) \(en)")
  }

  static var yearParameter: CommandParameter {
    .positional("year", CommandWords.year, .value(.period(.year)), help: CommandWords.yearHelp)
  }

  func year(_ arguments: CommandArguments) throws -> Period {
    guard let year = arguments.period("year") else {
      throw Diagnostic(AssessmentFaults.noYear, at: arguments.nameSpan)
    }
    return year
  }

  func rubric(_ year: Period, _ arguments: CommandArguments, _ context: any CommandContext) throws -> Rubric {
    try RubricShelf(assessment: assessment, workspace: context.workspace?.folder)
      .rubric(of: year, at: arguments.span("year"))
  }

  func openWorkspace(_ context: any CommandContext) throws -> SessionWorkspace {
    guard let workspace = context.workspace else { throw Diagnostic(AssessmentFaults.noWorkspace) }
    return workspace
  }

  /// What was written for a parameter; blanks are nothing.
  func written(_ id: String, _ label: Label, _ arguments: CommandArguments) throws -> String {
    let text = arguments.text(id) ?? ""
    guard !text.allSatisfy(\.isWhitespace) else {
      throw Diagnostic(
        LifeFaults.blank, ["what": label.zh, "whatEn": label.en],
        at: arguments.span(id) ?? arguments.nameSpan)
    }
    return text
  }

  func words(_ year: Period) -> [String: String] { assessment.words(year) }
}

/// All commands that a plugin has because it assesses.
public enum AssessmentCommands {
  public static func all(of assessment: Assessment) -> [(
    declaration: CommandDeclaration, command: any WorkbenchCommand
  )] {
    let types: [any AssessmentCommand.Type] = [
      ScoreCommand.self, RankCommand.self, IndicatorsCommand.self, FeedbackCommand.self, ObjectCommand.self,
      DecideCommand.self, ApproveCommand.self, AnnounceCommand.self, ReopenCommand.self, SimulateCommand.self,
      SensitivityCommand.self, CompareCommand.self, ReportCommand.self, SummaryCommand.self,
      FindingsCommand.self,
    ]
    return types.map { type in
      var declaration = type.declaration(of: assessment)
      declaration.plugin = assessment.plugin
      return (declaration, type.init(assessment))
    }
  }
}
