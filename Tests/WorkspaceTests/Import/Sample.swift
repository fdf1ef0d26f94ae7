import Foundation
import KitModel

@testable import KitWorkspace

/// The sample workspace and the District plugin's declarations, as they lie in the project.
enum Sample {
  static let root = URL(filePath: #filePath).appending(path: "../../../../").standardized.path
  static let folder = WorkspaceFolder(root + "/workspaces/sample-2024")

  static func declarations() throws -> DeclarationSet {
    let path = root + "/Plugins/District/entities.yaml"
    let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
    return try DeclarationSet(joining: [
      ("entities.yaml", EntityFile.read(bytes, plugin: "district", file: "entities.yaml"))
    ])
  }
}
