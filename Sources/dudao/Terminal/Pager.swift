import Glibc
import KitModel

/// Shows what is longer than the screen page by page: `$PAGER`, else `less` where it is installed.
struct Pager {
  /// A line for the shell; nil: there is none, and text is written as it is.
  let command: String?
  /// The first line: nobody in an office knows the keys of less, and its own prompt breaks Chinese characters.
  private var keys: String?

  init(environment: [String: String], language: UILanguage) {
    if let wanted = environment["DUDAO_PAGER"] ?? environment["PAGER"] {
      command = wanted.isEmpty || wanted == "cat" ? nil : wanted
    } else {
      let folders = (environment["PATH"] ?? "").split(separator: ":")
      let isThere = folders.contains { access($0 + "/less", X_OK) == 0 }
      // -R keeps colours, -S scrolls wide tables sideways, -F leaves at once what fits after all.
      command = isThere ? "LESSCHARSET=utf-8 less -RSF" : nil
      keys = PagerMessages.keys.text(language)
    }
  }

  /// Shows the text; false when no pager could be started and it is still to be written.
  func show(_ text: String) -> Bool {
    guard let command, let pipe = popen(command, "w") else { return false }
    // Who leaves the pager early closes the pipe: that is no fault.
    let before = signal(SIGPIPE, SIG_IGN)
    writeAll((keys.map { $0 + "\n" } ?? "") + text, to: fileno(pipe))
    let status = pclose(pipe)
    _ = signal(SIGPIPE, before)
    // 127: the shell did not find the program.
    return (status >> 8) & 0xFF != 127
  }
}

enum PagerMessages {
  static let all = [keys]

  static let keys = Message(
    "host.pager-keys", zh: "（空格 下一页 · b 上一页 · ← → 左右移动 · / 找字 · q 退出）",
    en: "(Space: next page · b: back · ← →: sideways · /: search · q: quit)")
}
