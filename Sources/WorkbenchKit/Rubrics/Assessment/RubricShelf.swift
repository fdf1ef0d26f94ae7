import KitModel
import KitWorkspace

/// The rubrics of one assessment: those of the workspace, and those that the plugin ships.
///
/// Of one year the workspace's own goes before the plugin's.
struct RubricShelf {
  let assessment: Assessment
  /// The workspace's folder; nil: none is open.
  let workspace: String?

  init(assessment: Assessment, workspace: String?) {
    self.assessment = assessment
    self.workspace = workspace
  }

  init(_ assessment: Assessment, _ context: any CommandContext) {
    self.init(assessment: assessment, workspace: context.workspace?.folder)
  }

  /// The rubric of a year.
  ///
  /// - Throws: `Diagnostics`: the faults of its file, or that there is none, with the years that there are.
  func rubric(of year: Period, at span: SourceSpan?) throws -> Rubric {
    var years: [Period] = []
    if let rubric = try rubric(of: year, others: &years) { return rubric }
    let known = Set(years.map(\.stored)).sorted()
    throw Diagnostic(
      known.isEmpty ? AssessmentFaults.noRubrics : AssessmentFaults.noRubric,
      [
        "label": assessment.label.zh, "labelEn": assessment.label.en, "year": year.stored,
        "years": known.joined(separator: "、"), "yearsEn": known.joined(separator: ", "),
        "plugin": assessment.plugin,
      ], at: span)
  }

  /// The same; nil where there is none.
  func rubricIfAny(of year: Period) throws -> Rubric? {
    var years: [Period] = []
    return try rubric(of: year, others: &years)
  }

  private func rubric(of year: Period, others years: inout [Period]) throws -> Rubric? {
    var wanted: [File] = []
    for file in files() {
      // A file that cannot be read might be the one of this year: passing over it, another would decide in its place.
      let found = try Self.read(file)
      guard isOurs(found.plugin) else { continue }
      if found.year == year.stored {
        wanted.append(file)
      } else if let other = Period(stored: found.year) {
        years.append(other)
      } else {
        _ = try RubricFile.read(file.bytes, plugin: file.isOwn ? nil : assessment.plugin, file: file.shown)
      }
    }
    let own = wanted.filter(\.isOwn)
    if own.count > 1 {
      throw Diagnostic(
        AssessmentFaults.severalRubrics,
        assessment.words(year).merging(["files": own.map(\.shown).joined(separator: "、")]) { $1 })
    }
    if let file = own.first ?? wanted.first {
      let rubric = try RubricFile.read(
        file.bytes, plugin: file.isOwn ? nil : assessment.plugin, file: file.shown)
      if rubric.rounding.places > assessment.declaration.places {
        throw Diagnostic(
          AssessmentFaults.tooManyPlaces,
          [
            "places": "\(rubric.rounding.places)", "limit": "\(assessment.declaration.places)",
            "file": file.shown,
          ])
      }
      return rubric
    }
    return nil
  }

  /// Rubrics of the workspace for that year that name a plugin which is none of these.
  func strangers(of year: Period, apartFrom plugins: [String: Label]) -> [(file: String, plugin: String)] {
    let known = Set(plugins.flatMap { [$0.key, $0.value.zh, $0.value.en] }.map { NameKey($0) })
    return files().filter(\.isOwn).compactMap { file in
      guard let found = Self.year(of: file), found.year == year.stored, let plugin = found.plugin,
        !isOurs(plugin), !known.contains(NameKey(plugin))
      else { return nil }
      return (file.shown, plugin)
    }
  }

  /// The rubric of a year although its file is faulty, to find out what else is wrong with it; nil where it cannot be read
  /// so far.
  func faultyRubric(of year: Period) -> Rubric? {
    guard let file = file(of: year) else { return nil }
    var found: Rubric?
    _ = try? RubricFile.read(
      file.bytes, plugin: file.isOwn ? nil : assessment.plugin, file: file.shown, found: { found = $0 })
    return found
  }

  /// The years of which there is a rubric, faulty or not.
  var years: [String] {
    let found = files().compactMap { file in
      Self.year(of: file).flatMap { isOurs($0.plugin) ? $0.year : nil }
    }
    return Set(found.filter { Period(stored: $0) != nil }).sorted()
  }

  /// The file of a year's rubric, faulty or not.
  func source(of year: Period) -> (name: String, bytes: [UInt8])? {
    file(of: year).map { file in
      (file.shown.split(separator: "/").last.map(String.init) ?? file.shown, file.bytes)
    }
  }

  private func file(of year: Period) -> File? {
    files().first { file in
      Self.year(of: file).map { $0.year == year.stored && isOurs($0.plugin) } == true
    }
  }

  /// Whether a file that names this plugin, or none, is about the assessment.
  private func isOurs(_ plugin: String?) -> Bool {
    plugin.map { name in assessment.names.contains { NameKey($0) == NameKey(name) } } ?? true
  }

  private struct File {
    var bytes: [UInt8]
    var shown: String
    var isOwn: Bool
  }

  private func files() -> [File] {
    let own =
      workspace.map {
        TextFiles.yaml(in: $0 + "/rubrics").map {
          File(bytes: $0.bytes, shown: "rubrics/" + $0.name, isOwn: true)
        }
      } ?? []
    let shipped = TextFiles.yaml(in: assessment.folder + "/rubrics").map {
      File(bytes: $0.bytes, shown: assessment.folder + "/rubrics/" + $0.name, isOwn: false)
    }
    return own + shipped
  }

  /// Plugin and year of a file that may be faulty otherwise; nil where it has no readable year.
  private static func year(of file: File) -> (plugin: String?, year: String)? { try? read(file) }

  /// The same; throws what is wrong with the file as YAML.
  private static func read(_ file: File) throws -> (plugin: String?, year: String) {
    try YAMLReader.read(file.bytes, file: file.shown) { root in
      var found: (plugin: String?, year: String) = (nil, "")
      for (key, value) in root.openMapping() ?? [] {
        switch key.text() {
        case "year": found.year = value.text() ?? ""
        case "plugin": found.plugin = value.text()
        default: break
        }
      }
      return found
    }
  }
}

extension Assessment {
  /// The file of a year's rubric as it stands, with its name; nil: there is none.
  package func rubricFile(of year: Period, in workspace: String) -> (name: String, bytes: [UInt8])? {
    RubricShelf(assessment: self, workspace: workspace).source(of: year)
  }

  /// The same as it was when the year was scored, where that was kept.
  package func scoredRubricFile(of year: Period, _ context: any CommandContext) throws -> (
    name: String, bytes: [UInt8]
  )? {
    guard let workspace = context.workspace else { return nil }
    let file = rubricFile(of: year, in: workspace.folder)
    guard let state = try AssessmentState(of: year, self, context),
      let text = try SheetBases.text(of: state.code, in: workspace.store)
    else { return file }
    return (file?.name ?? "\(year.stored).yaml", Array(text.utf8))
  }

  /// What the kinds of evaluators of a year are called, by their ids; empty where there is no rubric that can be read.
  package func evaluatorLabels(of year: Period, in workspace: String) -> [String: Label] {
    let rubric = try? RubricShelf(assessment: self, workspace: workspace).rubric(of: year, at: nil)
    return Dictionary(
      (rubric?.evaluators ?? []).map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
  }
}
