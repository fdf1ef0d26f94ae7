import CEditline
import Glibc

/// Reads lines from the keyboard: editing, history, completion. One for the process, on its main thread.
///
/// Wraps libedit; everything here is UTF-8 and byte offsets, whatever libedit keeps inside.
final class LineEditor {
  /// How reading a line ended.
  enum Outcome: Hashable {
    /// One line, or several that were pasted at once.
    case line(String)
    /// Ctrl-C: what was typed is thrown away.
    case cancelled
    /// Ctrl-D, or the end of the input.
    case end
  }

  /// What happens on Tab.
  enum Answer: Hashable {
    /// Nothing fits.
    case none
    /// So many characters (Unicode scalars) before the cursor become the text.
    case replace(scalars: Int, with: String)
    /// Lines to show below; the input stays.
    case list([String])
  }

  /// Called on Tab with the line and the cursor's byte offset.
  var complete: (_ line: String, _ cursor: Int) -> Answer = { _, _ in .none }

  private var handle: OpaquePointer?

  /// Nil when the terminal cannot be used for editing.
  init?() {
    guard ce_use_utf8_locale() != 0 else { return nil }
    handle = ce_open(
      "dudao",
      { context, _ in
        guard let context else { return ce_reaction_beep }
        return Unmanaged<LineEditor>.fromOpaque(context).takeUnretainedValue().tab()
      }, Unmanaged.passUnretained(self).toOpaque())
    if handle == nil { return nil }
  }

  deinit { ce_close(handle) }

  /// Puts an entry into the history of this editor; keeping it is `History`'s business.
  func remember(_ entry: String) { ce_add_history(handle, entry) }

  func read(prompt: String) -> Outcome {
    ce_set_prompt(handle, prompt)
    var outcome = ce_outcome_end
    let line = ce_read(handle, &outcome)
    defer { free(line) }
    switch outcome {
    case ce_outcome_line: return .line(line.map { String(cString: $0) } ?? "")
    case ce_outcome_cancelled: return .cancelled
    default: return .end
    }
  }

  private func tab() -> ce_reaction {
    var cursor = 0
    guard let text = ce_text(handle, &cursor) else { return ce_reaction_beep }
    defer { free(text) }
    switch complete(String(cString: text), cursor) {
    case .none:
      return ce_reaction_beep
    case .replace(let scalars, let replacement):
      let done = ce_replace_before_cursor(handle, Int32(clamping: scalars), replacement) != 0
      return done ? ce_reaction_refresh : ce_reaction_beep
    case .list(let lines):
      writeAll("\n" + lines.joined(separator: "\n") + "\n", to: STDOUT_FILENO)
      return ce_reaction_redisplay
    }
  }
}
