import Glibc

/// What the process is attached to, asked once at the start.
struct Terminal: Sendable {
  var inputIsTerminal: Bool
  var outputIsTerminal: Bool
  var errorIsTerminal: Bool
  /// Colour is wanted: a terminal that knows it, and nobody has said no (https://no-color.org).
  var usesColor: Bool

  init(environment: [String: String], isPlain: Bool) {
    inputIsTerminal = isatty(STDIN_FILENO) != 0
    outputIsTerminal = isatty(STDOUT_FILENO) != 0
    errorIsTerminal = isatty(STDERR_FILENO) != 0
    let isDumb = environment["TERM"].map { $0.isEmpty || $0 == "dumb" } ?? true
    usesColor = outputIsTerminal && !isPlain && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Nothing is a terminal: files and pipes.
  static let none = Terminal()

  private init() {
    (inputIsTerminal, outputIsTerminal, errorIsTerminal, usesColor) = (false, false, false, false)
  }

  /// Rows and columns of the terminal as it is now; 24 × 80 where that cannot be known.
  static var size: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (24, 80)
    }
    return (Int(size.ws_row), Int(size.ws_col))
  }
}
