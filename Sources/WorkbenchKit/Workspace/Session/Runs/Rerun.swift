import KitLanguage
import KitModel
import KitStore

/// Has a recorded run again: the texts, parameters, person and date of then on the data of now, in a change that is taken
/// back.
struct Rerun {
  private let session: Session
  private let context: SessionContext

  init(_ session: Session, _ context: SessionContext) {
    self.session = session
    self.context = context
  }

  func compare(_ run: RunRecord, id: Int64) throws -> RunComparison {
    let now = try again(run, id: id)
    let changes = try changesSince(run, id: id)
    var comparison = RunComparison()
    compare(run.content.items, now.items, now.sources, changes, &comparison)
    compare(run.content.files, now, changes, &comparison)
    return comparison
  }

  // MARK: Running

  private func again(_ run: RunRecord, id: Int64) throws -> RunRecorder {
    var options = session.options
    // Files bear the name of who made them, and some commands ask who it is.
    let person = try context.query(
      "`log` | where id == $the_run | select person", variables: ["the_run": .integer(id)])
    if case .text(let name)? = person.rows.first?.values.first { options.person = name }
    options.mode = .script
    options.isDryRun = true
    options.asOf = run.day
    options.language = UILanguage(rawValue: run.content.language) ?? options.language
    let listener = SilentDelegate()
    let child = Session(
      workspace: session.workspace, registry: session.registry, options: options, delegate: listener,
      cancellation: session.cancellation)
    let recorder = RunRecorder(language: options.language, makesFiles: true)
    child.recorder = recorder
    child.recordedTexts = run.content.texts
    child.moment = run.content.moment
    guard let first = run.content.texts.first else { return recorder }
    let given = run.content.parameters.map {
      CommandArguments.Free(name: $0.name, value: .text($0.value), span: SourceSpan(0, 0))
    }
    let store = try session.openStore()
    let body = {
      do {
        try child.runScript(SourceText(name: first.name, first.text), given: given, call: SourceSpan(0, 0))
      } catch let wish as CancellationError {
        throw wish
      } catch {
        for fault in SessionMessages.diagnostics(of: error) { recorder.add(fault: fault) }
      }
    }
    if store.access == .readWrite {
      _ = try store.change(context.changeContext, isDryRun: true) { _ in try body() }
    } else {
      try body()
    }
    return recorder
  }

  // MARK: Comparing

  private struct Change {
    let id: Int64
    /// What it touched; nil: more than can be said.
    let relations: Set<String>?
  }

  /// Entries of the journal since the run began that may have changed what it showed.
  private func changesSince(_ run: RunRecord, id: Int64) throws -> [Change] {
    let table = try context.query(
      "`log` | where id > $before and kind not in (\"run\", \"reveal\") | select id, kind, entity",
      variables: ["before": .integer(run.before)])
    let stored = Dictionary(
      try session.catalog().tables.compactMap { table in table.name.map { ($0, table.storedName) } },
      uniquingKeysWith: { first, _ in first })
    return table.rows.compactMap { row in
      guard case .integer(let id) = row.values[0] else { return nil }
      guard case .text(let kind) = row.values[1], !["schema", "restore"].contains(kind),
        case .text(let entities) = row.values[2]
      else { return Change(id: id, relations: nil) }
      let names = entities.split(separator: ",").map(String.init)
      return Change(id: id, relations: Set(names + names.compactMap { stored[$0] }))
    }
  }

  private func explanations(_ sources: Set<String>?, _ changes: [Change]) -> [Int64] {
    changes.filter { change in
      guard let relations = change.relations, let sources else { return true }
      return !relations.isDisjoint(with: sources)
    }.map(\.id)
  }

  /// Where something was shown; what one statement shows several times, in a loop, keeps its order.
  private struct Place: Hashable {
    let script: String
    let line: Int
    let kind: RunRecord.Item.Kind
    let turn: Int
  }

  private func places(of items: [RunRecord.Item]) -> [Place] {
    var turns: [[String]: Int] = [:]
    return items.map { item in
      let key = [item.script, String(item.line), item.kind.rawValue]
      let turn = turns[key, default: 0]
      turns[key] = turn + 1
      return Place(script: item.script, line: item.line, kind: item.kind, turn: turn)
    }
  }

  private func compare(
    _ then: [RunRecord.Item], _ now: [RunRecord.Item], _ sources: [Set<String>?], _ changes: [Change],
    _ comparison: inout RunComparison
  ) {
    let present = Dictionary(zip(places(of: now), now.indices), uniquingKeysWith: { first, _ in first })
    var met: Set<Int> = []
    for (place, old) in zip(places(of: then), then) {
      guard let index = present[place] else {
        comparison.differences.append(difference(old, nil, .missing, explanations(nil, changes)))
        continue
      }
      met.insert(index)
      let new = now[index]
      // Sensitive values leave nothing that could be compared.
      if old.sha256 == new.sha256 || old.sha256.isEmpty {
        comparison.same += 1
      } else {
        comparison.differences.append(
          difference(old, new, .changed, explanations(sources[index], changes)))
      }
    }
    for index in now.indices where !met.contains(index) {
      comparison.differences.append(
        difference(nil, now[index], .added, explanations(sources[index], changes)))
    }
  }

  private func difference(
    _ old: RunRecord.Item?, _ new: RunRecord.Item?, _ change: RunComparison.Change, _ explanations: [Int64]
  ) -> RunComparison.Difference {
    let lines = Self.differing(old?.text ?? "", new?.text ?? "")
    return RunComparison.Difference(
      script: old?.script ?? new?.script ?? "", line: old?.line ?? new?.line ?? 0,
      subject: .item(old?.kind ?? new?.kind ?? .text), gone: lines.gone, new: lines.new, change: change,
      explanations: explanations)
  }

  /// Lines of one text that the other does not have, as often as they are too many.
  static func differing(_ old: String, _ new: String) -> (gone: [String], new: [String]) {
    func lines(_ text: String) -> [String] { text.split(whereSeparator: \.isNewline).map(String.init) }
    func surplus(_ these: [String], over those: [String]) -> [String] {
      var counts: [String: Int] = [:]
      for line in those { counts[line, default: 0] += 1 }
      return these.filter { line in
        counts[line, default: 0] -= 1
        return counts[line, default: 0] < 0
      }
    }
    let (before, after) = (lines(old), lines(new))
    return (surplus(before, over: after), surplus(after, over: before))
  }

  private func compare(
    _ then: [RunRecord.File], _ recorder: RunRecorder, _ changes: [Change], _ comparison: inout RunComparison
  ) {
    let now = recorder.settledFiles(below: session.workspace?.folder)
    let sources = Dictionary(
      zip(now.map(\.path), recorder.files.map { recorder.fileSources[$0.path] ?? nil }),
      uniquingKeysWith: { first, _ in first })
    func file(_ path: String, _ change: RunComparison.Change) -> RunComparison.Difference {
      RunComparison.Difference(
        script: "", line: 0, subject: .file(path), gone: [], new: [], change: change,
        explanations: explanations(sources[path] ?? nil, changes))
    }
    for old in then {
      guard let new = now.first(where: { $0.path == old.path }) else {
        comparison.differences.append(file(old.path, .missing))
        continue
      }
      guard let before = old.sha256, let after = new.sha256 else {
        comparison.unknownFiles.append(old.path)
        continue
      }
      if before == after {
        comparison.same += 1
      } else {
        comparison.differences.append(file(old.path, .changed))
      }
    }
    for new in now where !then.contains(where: { $0.path == new.path }) {
      comparison.differences.append(file(new.path, .added))
    }
  }
}
