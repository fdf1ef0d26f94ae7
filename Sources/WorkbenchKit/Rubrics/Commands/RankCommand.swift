import KitModel
import KitWorkspace

/// `duty rank 2024` 履职 排名: totals, grades and ranks, with those of the year before beside them.
struct RankCommand: AssessmentCommand {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  static func declaration(of assessment: Assessment) -> CommandDeclaration {
    CommandDeclaration(
      name: name(assessment, "排名", "rank"), meaning: CommandWords.rank, parameters: [yearParameter],
      examples: [.init("\(assessment.plugin) rank 2024", CommandWords.rankExample)])
  }

  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let year = try year(arguments)
    guard try AssessmentState(of: year, assessment, context) != nil else {
      throw Diagnostic(AssessmentFaults.noResults, words(year), at: arguments.span("year"))
    }
    return .table(try Self.ranks(of: year, assessment, context).dropping(["missing"]))
  }

  /// Unit, category, score, grade, ranks and those of the year before, by rank.
  static func ranks(of year: Period, _ assessment: Assessment, _ context: any CommandContext) throws -> Table
  {
    // A rise is a smaller number: 升降 is the rank before less the rank now.
    let table = try context.query(
      """
      \(assessment.quoted("result")) | where year == $the_year \
      | prior year { before = rank, score_before = score } \
      | derive moved = before - rank \
      | select unit, category, score, grade, rank, category_rank, score_before, before, moved, missing, note \
      | sort rank, unit
      """, variables: ["the_year": .period(year)])
    var shown = table
    for (id, label) in [
      ("score_before", CommandWords.scoreBefore), ("before", CommandWords.rankBefore),
      ("moved", CommandWords.moved),
    ] {
      guard let place = shown.columns.firstIndex(where: { $0.id == id }) else { continue }
      shown.columns[place].label = label
    }
    return shown
  }
}
