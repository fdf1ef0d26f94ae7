import KitLanguage
import KitModel
import KitStore

/// The record that every run of a saved script leaves in the journal.
extension Session {
  /// Shows something to whoever listens; the record of a run keeps it.
  func emit(_ output: SessionOutput) {
    recorder?.add(output, script: source.shortName, line: line)
    delegate?.show(output)
  }

  /// The line of the statement that runs.
  private var line: Int { SourcePlace(of: statementSpan.start, in: text).row }

  /// Runs `body`, the run of a whole script, and journals it however it ends: what it did until then was done.
  ///
  /// A dry run leaves no record, nor does a store that can only be read, nor a script that came to no statement.
  func recordingRun(
    of script: SourceText, asked: String, command: String, _ body: () throws -> Void
  ) throws {
    let text = RunRecord.Text(asked: asked, name: script.name ?? asked, text: script.text)
    guard recorder == nil else {
      recorder?.texts.append(text)
      return try body()
    }
    let recorder = RunRecorder(language: options.language)
    recorder.texts = [text]
    self.recorder = recorder
    moment = SessionClock.now(asOf: options.asOf)
    let around = outcome
    outcome = .done
    defer {
      (self.recorder, moment) = (nil, nil)
      outcome = outcome.worse(around)
    }
    let before = try workspace?.store.chainHead()?.change ?? 0
    do {
      try body()
    } catch {
      let isWish = error is CancellationError || cancellation.isCancelled
      for fault in isWish ? [] : SessionMessages.diagnostics(of: error) { recorder.add(fault: fault) }
      try keep(recorder, script, isWish ? .interrupted : .failed, before, command)
      throw error
    }
    let outcomes: [SessionOutcome: RunRecord.Outcome] = [.done: .done, .checkFailed: .checkFailed]
    try keep(recorder, script, outcomes[outcome] ?? .failed, before, command)
  }

  private func keep(
    _ recorder: RunRecorder, _ script: SourceText, _ outcome: RunRecord.Outcome, _ before: Int64,
    _ command: String
  ) throws {
    if options.isDryRun, !recorder.files.isEmpty {
      let list = recorder.settledFiles(below: workspace?.folder).map(\.path)
      let arguments = [
        "list": list.joined(separator: "、"), "listEn": list.joined(separator: ", "),
        "count": String(list.count),
      ]
      report([Diagnostic(ScriptMessages.wouldWrite, arguments, severity: .note)])
    }
    guard recorder.hasBegun, !options.isDryRun, let store = workspace?.store, store.access == .readWrite
    else {
      return
    }
    var content = RunRecord.Content(
      language: options.language.rawValue, moment: moment ?? Timestamp(seconds: 0))
    content.texts = recorder.texts
    content.parameters = recorder.parameters
    content.items = recorder.items
    content.files = recorder.settledFiles(below: workspace?.folder)
    let after = try store.chainHead()?.change ?? before
    let run = RunRecord(
      script: script.name ?? script.shortName, sha256: TextDigest.sha256(script.text), day: today,
      outcome: outcome, before: before, after: after, content: content)
    if outcome == .failed || outcome == .interrupted, after > before {
      let span = ["first": String(before + 1), "last": String(after)]
      let message = after == before + 1 ? ScriptMessages.changeStays : ScriptMessages.changesStay
      report([Diagnostic(message, span, severity: .warning)])
    }
    if let entry = try store.recordRun(run, context: changeContext(command: command)) {
      report([Diagnostic(ScriptMessages.runKept, ["id": String(entry.id)], severity: .note)])
    }
  }
}
