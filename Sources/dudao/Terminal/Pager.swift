import Glibc

/// Shows what is longer than the screen page by page: `$PAGER`, else `less` where it is installed.
struct Pager {
  /// A line for the shell; nil: there is none, and text is written as it is.
  let command: String?

  init(environment: [String: String]) {
    if let wanted = environment["DUDAO_PAGER"] ?? environment["PAGER"] {
      command = wanted.isEmpty || wanted == "cat" ? nil : wanted
    } else {
      let folders = (environment["PATH"] ?? "").split(separator: ":")
      let isThere = folders.contains { access($0 + "/less", X_OK) == 0 }
      // -R keeps colours, -S scrolls wide tables sideways, -F leaves at once what fits after all.
      command = isThere ? "less -RSF" : nil
    }
  }

  /// Shows the text; false when no pager could be started and it is still to be written.
  func show(_ text: String) -> Bool {
    guard let command, let pipe = popen(command, "w") else { return false }
    // Who leaves the pager early closes the pipe: that is no fault.
    let before = signal(SIGPIPE, SIG_IGN)
    writeAll(text, to: fileno(pipe))
    let status = pclose(pipe)
    _ = signal(SIGPIPE, before)
    // 127: the shell did not find the program.
    return (status >> 8) & 0xFF != 127
  }
}
