import KitModel
import KitWorkspace

/// Makes the package of a new plugin: one that builds, loads, has an entity, a command and a test, and is
/// there to be changed.
struct PluginScaffold {
  /// `TownshipDuty`.
  let name: String
  /// What it is called in Chinese.
  let label: String
  /// The folder of WorkbenchKit's package.
  let kit: String

  init(name: String, label: String?, kit: String) throws(Diagnostic) {
    let isRight =
      name.first?.isUppercase == true && name.utf8.count <= 60
      && name.utf8.allSatisfy {
        (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
      }
    guard isRight else { throw Diagnostic(PluginMessages.scaffoldName, ["found": name]) }
    self.name = name
    self.label = label ?? name
    self.kit = kit
  }

  /// `TownshipDuty` → `township_duty`.
  var id: String {
    var id = ""
    for character in name {
      if character.isUppercase, !id.isEmpty { id += "_" }
      id += character.lowercased()
    }
    return id
  }

  /// Path of each file below the package's folder, and its text.
  var files: [(path: String, text: String)] {
    [
      ("Package.swift", filled(ScaffoldTemplates.manifest)),
      (".gitignore", ".build/\n"),
      ("Sources/\(name)/\(name).swift", filled(ScaffoldTemplates.plugin)),
      ("Sources/\(name)/SummaryCommand.swift", filled(ScaffoldTemplates.command)),
      ("Sources/\(name)/plugin.yaml", filled(ScaffoldTemplates.declaration)),
      ("Sources/\(name)/entities.yaml", filled(ScaffoldTemplates.entities)),
      ("Tests/\(name)Tests/\(name)Tests.swift", filled(ScaffoldTemplates.test)),
    ]
  }

  /// Writes the package into `parent/name`, which must not exist, and gives that folder.
  func write(into parent: String) throws(Diagnostic) -> String {
    let folder = parent + "/" + name
    guard !SmallFile.exists(folder) else {
      throw Diagnostic(PluginMessages.scaffoldExists, ["folder": folder])
    }
    for (path, text) in files {
      let file = folder + "/" + path
      guard SmallFile.write(Array(text.utf8), to: file) else {
        throw Diagnostic(PluginMessages.scaffoldFailed, ["file": file])
      }
    }
    return SmallFile.realPath(folder)
  }

  /// The kit's package above the workbench: `Sources/WorkbenchKit` of the source tree in which it was built, or
  /// `lib/dudao/WorkbenchKit` where it is installed.
  static func kit(near executable: String) -> String? {
    var folder = executable.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    while !folder.isEmpty {
      for place in ["Sources/WorkbenchKit", "lib/dudao/WorkbenchKit"] {
        let path = folder.joined(separator: "/") + "/" + place
        if SmallFile.exists(path + "/Package.swift") { return path }
      }
      folder = folder.dropLast()
    }
    return nil
  }

  private func filled(_ template: String) -> String {
    template.replacing("__NAME__", with: name).replacing("__ID__", with: id)
      .replacing("__LABEL__", with: label).replacing("__KIT__", with: kit)
  }
}
