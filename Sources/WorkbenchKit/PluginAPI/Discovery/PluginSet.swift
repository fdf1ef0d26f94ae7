import KitModel
import KitQuery
import KitRubrics
import KitWorkspace

/// The plugins that were found, those that are in use, and what they contribute.
///
/// Finding them reads files and runs no code of theirs. Whatever is wrong with one disables that one, with its
/// reasons; the workbench always starts.
public struct PluginSet: Sendable {
  public private(set) var plugins: [Plugin]
  /// Installed, sound, and not among those that the workspace enables.
  public private(set) var idle: [Plugin] = []
  /// Entities of the plugins in use, with the columns that they add to each other's.
  public private(set) var declarations = DeclarationSet()
  /// What has to be said at the start: a plugin that is enabled and cannot be used.
  public private(set) var remarks: [Diagnostic]
  public var trial: PluginTrial
  /// What was joined besides: see `add`.
  private var additions: [(file: String, content: EntityFile)] = []

  /// Finds plugins.
  ///
  /// - Parameters:
  ///   - enabled: Ids (or labels) that the workspace enables; nil: all that are found.
  ///   - without: Ids left out of this run.
  public init(
    search: PluginSearch, enabled: [String]?, without: [String] = [], trial: PluginTrial = PluginTrial()
  ) {
    self.trial = trial
    let cache = DeclarationCache(cache: trial.cache)
    plugins = search.candidates().map { Self.plugin($0, cache) }
    remarks = search.remarks
    for name in without where named(name) == nil {
      let known = plugins.map { $0.manifest?.id ?? $0.name }.joined(separator: ", ")
      remarks.append(
        Diagnostic(PluginMessages.leftOutUnknown, ["name": name, "known": known], severity: .warning))
    }
    let left = Set(without.map { NameKey($0) })
    refuseDoubles()
    for index in plugins.indices {
      let names = plugins[index].manifest?.names ?? [plugins[index].name]
      if names.contains(where: { left.contains(NameKey($0)) }) {
        plugins[index].disable([Diagnostic(PluginMessages.disabledHere, severity: .note)])
      }
    }
    if let enabled { select(enabled) }
    readEntities(cache)
    checkRequirements()
    join()
    for plugin in plugins where plugin.state == .disabled || plugin.state == .codeDisabled {
      // One that cannot be read may be one that is missing; while none is, it is said only where it is asked for.
      if plugin.manifest == nil, enabled != nil, remarks.isEmpty { continue }
      remarks += plugin.faults.filter { $0.severity == .error }
    }
  }

  /// The plugins that contribute something.
  public var inUse: [Plugin] { plugins.filter { $0.state != .disabled } }

  /// The plugin of that id or label.
  public func named(_ name: String) -> Plugin? {
    plugins.first { plugin in
      (plugin.manifest?.names ?? [plugin.name]).contains { NameKey($0) == NameKey(name) }
    }
  }

  private func isInstalled(_ name: String) -> Bool {
    plugins.contains { $0.manifest?.names.contains { NameKey($0) == NameKey(name) } ?? false }
  }

  private static func plugin(_ candidate: PluginSearch.Candidate, _ cache: DeclarationCache) -> Plugin {
    var plugin = Plugin(manifest: nil, file: candidate.manifest, origin: candidate.origin)
    do {
      let manifest = try cache.content(of: candidate.manifest) { bytes in
        try ManifestReader.read(bytes, file: candidate.manifest)
      }
      plugin.manifest = manifest
      plugin.library = library(of: manifest, in: candidate.libraryFolders)
      try plugin.library?.check()
    } catch {
      plugin.faults = diagnostics(of: error)
    }
    return plugin
  }

  /// The library in the first folder that has it; in the first of all when none has.
  private static func library(of manifest: PluginManifest, in folders: [String]) -> PluginLibrary? {
    guard let name = manifest.library, let file = manifest.libraryFile else { return nil }
    let paths = folders.map { $0 + "/" + file }
    return (paths.first(where: SmallFile.exists) ?? paths.first).map { PluginLibrary(path: $0, name: name) }
  }

  /// Of two plugins with one id the first is used; the other says where both are.
  private mutating func refuseDoubles() {
    var first: [String: Int] = [:]
    for index in plugins.indices {
      guard let id = plugins[index].manifest?.id else { continue }
      if let before = first[id] {
        // A built plugin of the source tree is found twice when its folder is on the path too: no fault.
        let severity: Diagnostic.Severity = plugins[index].origin == .path ? .error : .note
        plugins[index].disable([
          Diagnostic(
            PluginMessages.idTwice,
            ["id": id, "first": plugins[before].file, "second": plugins[index].file], severity: severity)
        ])
      } else {
        first[id] = index
      }
    }
  }

  private mutating func select(_ enabled: [String]) {
    let wanted = Set(enabled.map { NameKey($0) })
    for name in enabled where !isInstalled(name) {
      remarks.append(Diagnostic(PluginMessages.notInstalled, ["name": name]))
    }
    func isIdle(_ plugin: Plugin) -> Bool {
      guard let manifest = plugin.manifest else { return false }
      return !manifest.names.contains { wanted.contains(NameKey($0)) }
    }
    idle = plugins.filter { isIdle($0) && !$0.isDisabled }
    plugins.removeAll(where: isIdle)
  }

  private mutating func readEntities(_ cache: DeclarationCache) {
    for index in plugins.indices where !plugins[index].isDisabled {
      guard let manifest = plugins[index].manifest else { continue }
      if let assessment = manifest.assessment {
        plugins[index].content = AssessmentEntities.file(of: manifest.id, manifest.label, assessment)
      }
      guard let name = manifest.entities else { continue }
      let file = plugins[index].folder + "/" + name
      do {
        let own = try cache.content(of: file) { bytes in
          try EntityFile.read(bytes, plugin: manifest.id, file: file)
        }
        plugins[index].content.entities += own.entities
        plugins[index].content.additions += own.additions
      } catch {
        plugins[index].disable(diagnostics(of: error))
      }
    }
  }

  /// Disables plugins that require one that is not in use, and those that require these.
  private mutating func checkRequirements() {
    var goesOn = true
    while goesOn {
      goesOn = false
      let present = Set(inUse.compactMap { $0.manifest?.id })
      for index in plugins.indices where !plugins[index].isDisabled {
        let missing = (plugins[index].manifest?.requires ?? []).filter { !present.contains($0) }
        guard !missing.isEmpty else { continue }
        let names = missing.joined(separator: "、")
        plugins[index].disable([Diagnostic(PluginMessages.requirementMissing, ["names": names])])
        goesOn = true
      }
    }
  }

  /// Joins the declarations; where they clash, the plugin that came later is the one disabled.
  private mutating func join() {
    func files(_ indices: [Int]) -> [(file: String, content: EntityFile)] {
      indices.map { (plugins[$0].file, plugins[$0].content) }
    }
    let all = plugins.indices.filter { !plugins[$0].isDisabled }
    if let joined = try? DeclarationSet(joining: files(all)) {
      declarations = joined
      return
    }
    var kept: [Int] = []
    for index in inOrderOfRequirement(all) {
      do {
        declarations = try DeclarationSet(joining: files(kept + [index]))
        kept.append(index)
      } catch {
        plugins[index].disable([Diagnostic(PluginMessages.dataFault)] + diagnostics(of: error))
      }
    }
    checkRequirements()
    // What went out because of a requirement may have lent names to none of those that stay.
    let last = kept.filter { !plugins[$0].isDisabled }
    if last != kept, let joined = try? DeclarationSet(joining: files(last)) { declarations = joined }
  }

  /// Joins entities that stand in no `entities.yaml` of a plugin (relations of forms, of rubrics) with those of the
  /// plugins. One that clashes, or refers to what is not there, is left out, and that is said.
  public mutating func add(_ additional: [(file: String, content: EntityFile)]) {
    if additional.isEmpty { return }
    var files = additions + additional
    let own = inUse.map { ($0.file, $0.content) }
    if let joined = try? DeclarationSet(joining: own + files) {
      (declarations, additions) = (joined, files)
      return
    }
    files = additions
    for addition in additional {
      do {
        declarations = try DeclarationSet(joining: own + files + [addition])
        files.append(addition)
      } catch {
        remarks.append(Diagnostic(PluginMessages.additionLeftOut, ["file": addition.file]))
        remarks += diagnostics(of: error)
      }
    }
    additions = files
  }

  private func inOrderOfRequirement(_ indices: [Int]) -> [Int] {
    var left = indices
    var sorted: [Int] = []
    var present: Set<String> = []
    while let next = left.first(where: { index in
      (plugins[index].manifest?.requires ?? []).allSatisfy { present.contains($0) }
    }) {
      left.removeAll { $0 == next }
      sorted.append(next)
      if let id = plugins[next].manifest?.id { present.insert(id) }
    }
    return sorted + left
  }
}

/// The diagnostics in an error; one that is none is told as it describes itself.
func diagnostics(of error: any Error) -> [Diagnostic] {
  switch error {
  case let diagnostics as Diagnostics: diagnostics.all
  case let diagnostic as Diagnostic: [diagnostic]
  default: [Diagnostic(PluginMessages.manifestUnreadable, ["file": "", "reason": "\(error)"])]
  }
}
