import KitModel

/// A script that runs, and the place that asked for it.
struct ScriptFrame {
  let script: SourceText
  /// The text in which it was called, and where.
  let caller: SourceText
  let call: SourceSpan

  /// Scripts that call scripts are not nested deeper: what goes on and on calls itself.
  static let limit = 20
}

extension Session {
  /// Calls that are shown with a fault; how many there are more is said.
  private static let shownCalls = 4

  /// What runs at this moment: the innermost script, else what was typed.
  var source: SourceText { frames.last?.script ?? SourceText(text) }

  /// A diagnostic of the text that runs, with that text and, from the innermost to the outermost, the calls that led
  /// there; one that has its text is left as it is.
  func placed(_ diagnostic: Diagnostic) -> Diagnostic {
    guard diagnostic.source == nil, let frame = frames.last else { return diagnostic }
    var placed = diagnostic
    placed.source = frame.script
    // What the data or a command refuses has no place in the text but the statement itself.
    if diagnostic.severity == .error, diagnostic.span == nil { placed.span = statementSpan }
    guard diagnostic.severity > .note else { return placed }
    // The first call was typed: everybody knows it.
    let calls = frames.dropFirst().reversed().map {
      Diagnostic.Note(ScriptMessages.calledHere, at: $0.call, of: $0.caller)
    }
    placed.notes += calls.prefix(Self.shownCalls)
    if calls.count > Self.shownCalls {
      let count = ["count": String(calls.count - Self.shownCalls)]
      placed.notes.append(Diagnostic.Note(ScriptMessages.furtherCalls, count))
    }
    return placed
  }

  /// Runs `body`; its faults leave with the text of the script that runs.
  func placingFaults<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let wish as CancellationError {
      throw wish
    } catch let fault as UsageFault {
      throw UsageFault(diagnostics: fault.diagnostics.map { placed($0) })
    } catch {
      throw Diagnostics(SessionMessages.diagnostics(of: error).map { placed($0) })
    }
  }
}
