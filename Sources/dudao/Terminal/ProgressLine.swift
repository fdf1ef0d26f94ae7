import KitModel

/// One line on a terminal that says how far a long work is, and goes when it is done.
struct ProgressLine {
  private let write: (String) -> Void
  private let language: UILanguage
  private(set) var isShown = false

  init(language: UILanguage, write: @escaping (String) -> Void) {
    self.language = language
    self.write = write
  }

  mutating func show(_ done: Int, of total: Int?, _ what: Label) {
    var arguments = ["what": what.text(language), "done": String(done)]
    var message = HostMessages.progress
    if let total, total > 0 {
      arguments["total"] = String(total)
      arguments["percent"] = String(min(100, Int(Double(done) * 100 / Double(total))))
      message = HostMessages.progressOfTotal
    }
    write("\r\u{1B}[K" + message.text(language, arguments))
    isShown = true
  }

  /// Takes the line away, before anything else is written.
  mutating func clear() {
    guard isShown else { return }
    write("\r\u{1B}[K")
    isShown = false
  }
}
