import KitDocuments
import KitModel
import KitStore
import KitWorkspace

/// Papers from draft to delivery: what every area that issues papers works with.
///
/// ```swift
/// let desk = try PaperDesk(context)
/// let kind = try desk.rules.kind("督导整改通知书")
/// let paper = try desk.draft(PaperDraft(kind, unit: "3101", inspection: "DD2024-03"))
/// ```
/// A draft has no number. Signing takes the next one of its series, within the change that signs; from then on neither
/// the paper nor what it rests on can be undone, only voided.
public struct PaperDesk {
  public let rules: PaperRules
  public let register: PaperRegister
  let context: any CommandContext

  public init(_ context: any CommandContext) throws {
    self.context = context
    rules = try PaperRules(of: context)
    register = try PaperRegister(rules, context)
  }

  var store: any Store {
    get throws { try context.neededWorkspace().store }
  }

  func change<Result>(_ body: (any ChangeTransaction) throws -> Result) throws -> Result {
    try context.changing(body).result
  }

  /// The paper as it looks at this moment.
  public func document(of paper: PaperRecord) throws -> Document {
    try PaperText.document(of: paper, pictures: pictures(try? rules.kind(paper.kind)), context.language)
  }

  /// Keeps another text of a draft; a review is to be had again.
  /// - Throws: `Diagnostics` where it is no text of a paper.
  public func revise(_ paper: PaperRecord, text: String, file: String, at span: SourceSpan?) throws {
    guard paper.state.isDraft else { throw notADraft(paper, at: span) }
    let text = try keepingPictures(of: text, try? rules.kind(paper.kind))
    try PaperText.check(text, file: file, context.language, at: span)
    guard let title = PaperText.title(of: text) else {
      throw Diagnostic(PaperFaults.noTitle, ["file": file], at: span)
    }
    try change { change in
      try register.write(
        paper.draft,
        [
          ("text", .text(text)), ("title", .text(title)), ("state", .text(PaperState.drafted.rawValue)),
          ("reviewed_by", .null), ("reviewed_on", .null),
          ("revised_by", .text(paper.revised(by: context.person))),
        ], mode: .update, change)
    }
  }
}
