import FoundationEssentials
import KitFormats
import KitModel
import KitStore

/// The copy of a file as received, which stays whatever comes of it.
enum KeptReturn {
  /// Copies a file below `data/收件/` and gives its path below the workspace. A file that lies in `data/` stays there.
  /// Not for anonymous sheets: `AnonymousCopy`.
  static func keep(_ item: FormReturn, in folder: WorkspaceFolder, isDryRun: Bool) throws -> String {
    if item.path.hasPrefix(folder.data + "/") { return folder.shown(item.path) }
    var place = "data/收件/其他"
    if let identity = item.identity, let period = Period(stored: identity.period) {
      place =
        "data/收件/"
        + FormNames.folder(item.form?.declaration.label.zh ?? item.label?.zh ?? identity.form, period)
    }
    let leaf = item.name.split(separator: "/").last.map(String.init) ?? item.name
    return try copy(
      item.path, sha256: item.sha256, to: place, as: leaf, in: folder, isDryRun: isDryRun)
  }

  /// Copies a file into a folder below the workspace; one of the same content is not copied again.
  static func copy(
    _ path: String, sha256: String, to place: String, as name: String, in folder: WorkspaceFolder,
    isDryRun: Bool
  ) throws -> String {
    let leaf = FilePath.fitted(FormNames.clean(name))
    if isDryRun { return place + "/" + leaf }
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder.path + "/" + place, withIntermediateDirectories: true)
      let dot = leaf.lastIndex(of: ".") ?? leaf.endIndex
      for number in 1...9999 {
        let name = number == 1 ? leaf : "\(leaf[..<dot]) (\(number))\(leaf[dot...])"
        let target = folder.path + "/" + place + "/" + name
        if files.fileExists(atPath: target) {
          if (try? ReceivedFile.hash(target)) == sha256 { return place + "/" + name }
          continue
        }
        let temporary = folder.path + "/" + place + "/." + name + ".part"
        try? files.removeItem(atPath: temporary)
        try files.copyItem(atPath: path, toPath: temporary)
        try files.moveItem(atPath: temporary, toPath: target)
        return place + "/" + name
      }
    } catch {
      throw Diagnostic(
        ImportMessages.copyFailed,
        ["copy": place + "/" + leaf].merging(SystemReason.arguments(of: error)) { $1 })
    }
    return place + "/" + leaf
  }
}
