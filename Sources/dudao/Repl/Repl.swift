import KitModel

/// Reads, runs and reads again until the person leaves.
final class Repl {
  private let session: any PromptSession
  private let editor: LineEditor
  private let history: History?
  private let language: UILanguage
  private let report: (Diagnostic) -> Void
  /// Lines typed so far of an input that goes on.
  private var pending: [String] = []
  /// What Tab puts into an empty line: the last input with its first fix applied.
  private var proposal: String?

  init(
    session: any PromptSession, editor: LineEditor, history: History?, language: UILanguage,
    report: @escaping (Diagnostic) -> Void
  ) {
    self.session = session
    self.editor = editor
    self.history = history
    self.language = language
    self.report = report
    editor.complete = { [unowned self] line, cursor in complete(line, cursor) }
  }

  func run() {
    if let history {
      let (entries, remark) = history.load()
      for entry in entries { editor.remember(entry) }
      if let remark { report(remark) }
    }
    var keepsHistory = history != nil
    while true {
      switch editor.read(prompt: pending.isEmpty ? session.prompt : session.continuationPrompt) {
      case .end where pending.isEmpty:
        return
      case .end, .cancelled:
        pending = []
      case .line(let line):
        guard let text = finished(adding: line) else { continue }
        editor.remember(text)
        if keepsHistory, let remark = history?.append(text) {
          report(remark)
          keepsHistory = false
        }
        switch session.run(text) {
        case .exit: return
        case .next(let proposal): self.proposal = proposal
        }
      }
    }
  }

  /// The whole input once nothing more must come; nil while it goes on, or when nothing was typed.
  private func finished(adding line: String) -> String? {
    if pending.isEmpty, line.allSatisfy(\.isWhitespace) { return nil }
    pending.append(line)
    let text = pending.joined(separator: "\n")
    // An empty line ends what would go on: the diagnostic then says what is missing.
    if !line.allSatisfy(\.isWhitespace), session.isUnfinished(text) { return nil }
    pending = []
    return text
  }

  private func complete(_ line: String, _ cursor: Int) -> LineEditor.Answer {
    if line.isEmpty, pending.isEmpty, let proposal { return .replace(scalars: 0, with: proposal) }
    let before = pending.map { $0 + "\n" }.joined()
    let text = before + line
    let place = before.utf8.count + cursor
    return TabKey.answer(
      session.candidates(text, cursor: place), text: text, cursor: place, columns: Terminal.size.columns,
      language: language)
  }
}
