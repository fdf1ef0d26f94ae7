import KitModel
import KitWorkspace

/// What is said of papers that a command has dealt with: of one by name, of several as a list.
public enum PaperNotice {
  static func of(_ papers: [PaperRecord], _ message: Message) -> CommandResult {
    guard let first = papers.first else { return .none }
    if papers.count == 1 {
      return .notice(
        Diagnostic(message, first.words.merging(["draft": first.draft]) { $1 }, severity: .note))
    }
    return .table(table(papers))
  }

  /// Papers that were signed.
  public static func signed(_ papers: [PaperRecord]) -> CommandResult { of(papers, PaperFaults.signed) }

  /// Draft, number, title, state.
  public static func table(_ papers: [PaperRecord]) -> Table {
    Table(
      columns: [
        Column(id: "draft", label: PaperWords.columns[0], type: .text),
        Column(id: "reference", label: PaperWords.columns[1], type: .text),
        Column(id: "title", label: PaperWords.columns[2], type: .text),
        Column(id: "recipient", label: PaperWords.columns[3], type: .text),
        Column(id: "state", label: PaperWords.columns[4], type: .text),
      ],
      rows: papers.map { paper in
        Table.Row([
          .text(paper.draft), paper.reference.map(Value.text) ?? .null, .text(paper.title),
          paper.recipient.map(Value.text) ?? .null, .text(paper.state.rawValue),
        ])
      })
  }
}
