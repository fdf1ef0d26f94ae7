import FoundationEssentials
import KitModel

/// Where a template lies: as typed, else below the workspace, else in its folder `templates`.
struct TemplateFile {
  let session: Session

  func path(_ typed: String) throws -> (path: String, name: String) {
    let folder = session.workspace?.folder
    let path = try InputPlace(workspace: folder, isScript: !session.frames.isEmpty).find(
      typed, further: ["templates/"]
    ).path
    let name = folder.map { path.hasPrefix($0 + "/") ? String(path.dropFirst($0.count + 1)) : path } ?? path
    return (path, name)
  }
}
