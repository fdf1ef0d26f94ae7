import FoundationEssentials
import KitModel

/// Where a template lies: as typed, else below the workspace, else in its folder `templates`.
struct TemplateFile {
  let session: Session

  func path(_ typed: String) throws -> (path: String, name: String) {
    let home = ProcessInfo.processInfo.environment["HOME"]
    let plain = try PastedPath.ofThisMachine(home: home).path(typed)
    let folder = session.workspace?.folder
    var places = [plain]
    if !plain.hasPrefix("/"), let folder { places += [folder + "/" + plain, folder + "/templates/" + plain] }
    let path = places.first { FileManager.default.fileExists(atPath: $0) } ?? plain
    let name = folder.map { path.hasPrefix($0 + "/") ? String(path.dropFirst($0.count + 1)) : path } ?? path
    return (path, name)
  }
}
