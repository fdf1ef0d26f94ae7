import KitModel

/// Lets through what has to be said and keeps back what is shown: where the data that come out are those of one command,
/// and scripts that run within it would put theirs between.
final class QuietDelegate: SessionDelegate {
  private let listener: any SessionDelegate

  init(_ listener: any SessionDelegate) { self.listener = listener }

  func show(_ output: SessionOutput) {
    if case .notice = output.content { return listener.show(output) }
    for remark in output.remarks { listener.report(remark) }
  }

  func report(_ diagnostic: Diagnostic) { listener.report(diagnostic) }
  func confirm(_ question: Diagnostic) -> Bool { listener.confirm(question) }
  func choose(_ question: Diagnostic, among options: [String]) -> Int? {
    listener.choose(question, among: options)
  }
  func answer(_ question: Diagnostic) -> String? { listener.answer(question) }
  func runs(_ text: SourceText) { listener.runs(text) }
  func progress(_ done: Int, of total: Int?, _ what: Label) { listener.progress(done, of: total, what) }
}
