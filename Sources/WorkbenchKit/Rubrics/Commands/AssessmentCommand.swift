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

  /// The rubric of a year: its file, and once the year is decided that file as it was then.
  func rubric(_ year: Period, _ arguments: CommandArguments, _ context: any CommandContext) throws -> Rubric {
    let span = arguments.span("year")
    if context.workspace != nil, let state = try AssessmentState(of: year, assessment, context),
      state.stage.isDecided
    {
      return try KeptRubric.scoredWith(state, of: year, assessment, context, at: span)
    }
    let shelf = RubricShelf(assessment, context)
    if let plugins = context.workspace?.plugins, !plugins.isEmpty,
      let stranger = shelf.strangers(of: year, apartFrom: plugins).first
    {
      throw Diagnostic(
        AssessmentFaults.strangeRubric,
        [
          "file": stranger.file, "plugin": stranger.plugin,
          "plugins": plugins.keys.sorted().joined(separator: "、"),
          "pluginsEn": plugins.keys.sorted().joined(separator: ", "),
        ], at: span)
    }
    do {
      return try shelf.rubric(of: year, at: span)
    } catch let faults as Diagnostics {
      // What it asks of the workspace is looked at too: all faults in one go.
      guard context.workspace != nil, let faulty = shelf.faultyRubric(of: year) else { throw faults }
      let queries = try RubricQueries(assessment: assessment, rubric: faulty, context: context).faults()
      throw Diagnostics(faults.all + queries)
    }
  }

  /// The rubric that present marks go by: that of the last scoring, else the file.
  func rubricOfMarks(_ year: Period, _ arguments: CommandArguments, _ context: any CommandContext) throws
    -> Rubric
  {
    guard context.workspace != nil, let state = try AssessmentState(of: year, assessment, context) else {
      return try rubric(year, arguments, context)
    }
    return try KeptRubric.scoredWith(state, of: year, assessment, context, at: arguments.span("year"))
  }

  func openWorkspace(_ context: any CommandContext) throws -> SessionWorkspace {
    guard let workspace = context.workspace else { throw Diagnostic(AssessmentFaults.noWorkspace) }
    return workspace
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
