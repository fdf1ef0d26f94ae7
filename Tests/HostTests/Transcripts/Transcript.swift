/// A session as it was typed and as it was answered, kept in a file.
///
///     @workspace sample-2024
///     @as-of 2024-11-23
///     # A remark to the reader.
///     > 学校
///     . | 计数
///     计数
///     ────
///      163
///     共 1 行
///
///     $ dudao verify --against 0000
///     错误：…
///     [exit 1]
///
/// `>` is typed at the prompt, `.` continues it; `$` is typed in the shell, where a code other than 0 stands
/// at the end. `@` sets things up before the first input. Answers end where the next input begins; a line of
/// an answer that begins like an input is written with a backslash before it.
struct Transcript {
  var settings: [String: String] = [:]
  var entries: [Entry] = []

  enum Entry: Hashable {
    case remark(String)
    case blank
    case exchange(Exchange)
  }

  struct Exchange: Hashable {
    var input: String
    var isShell: Bool
    var answer: [String]
  }

  init(parsing text: String) {
    var current: Exchange?
    func finished(_ exchange: Exchange) -> [Entry] {
      var exchange = exchange
      var blanks = 0
      while exchange.answer.last == "" {
        exchange.answer.removeLast()
        blanks += 1
      }
      return [.exchange(exchange)] + Array(repeating: .blank, count: blanks)
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let rest = String(line.dropFirst(2))
      switch line.prefix(2) {
      case "> ", "$ ":
        entries += current.map(finished) ?? []
        current = Exchange(input: rest, isShell: line.hasPrefix("$"), answer: [])
      case ". " where current?.answer.isEmpty == true:
        current?.input += "\n" + rest
      case "# ":
        entries += current.map(finished) ?? []
        current = nil
        entries.append(.remark(rest))
      default:
        if current != nil {
          current?.answer.append(line)
        } else if line.hasPrefix("@") {
          let words = line.dropFirst().split(separator: " ", maxSplits: 1).map(String.init)
          if let name = words.first { settings[name] = words.dropFirst().first ?? "" }
        } else {
          entries.append(.blank)
        }
      }
    }
    entries += current.map(finished) ?? []
    // The line end at the end of the file is no blank line.
    if entries.last == .blank { entries.removeLast() }
  }

  var exchanges: [Exchange] {
    entries.compactMap { if case .exchange(let exchange) = $0 { exchange } else { nil } }
  }

  /// The same inputs with other answers, in order.
  func answered(_ answers: [[String]]) -> Transcript {
    var copy = self
    var rest = answers[...]
    copy.entries = entries.map { entry in
      guard case .exchange(var exchange) = entry, let answer = rest.popFirst() else { return entry }
      exchange.answer = answer
      return .exchange(exchange)
    }
    return copy
  }

  /// The file's text.
  var text: String {
    var lines = Self.order.compactMap { name in settings[name].map { "@\(name) \($0)" } }
    for entry in entries {
      switch entry {
      case .remark(let text): lines.append("# " + text)
      case .blank: lines.append("")
      case .exchange(let exchange):
        let typed = exchange.input.split(separator: "\n", omittingEmptySubsequences: false)
        lines += typed.enumerated().map { index, line in
          (index > 0 ? ". " : exchange.isShell ? "$ " : "> ") + line
        }
        lines += exchange.answer
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let order = ["workspace", "lang", "as-of", "person"]

  /// The lines of an answer as they are kept: without blanks at their ends, with a backslash before what
  /// would read as an input.
  static func lines(of output: String) -> [String] {
    var lines = output.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      let text = String(line.reversed().drop { $0 == " " }.reversed())
      return ["> ", "$ ", ". ", "# ", "\\"].contains { text.hasPrefix($0) } ? "\\" + text : text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
