import Glibc
import KitModel
import KitWorkspace

extension CommandContext {
  /// The place of a file that a person named: as pasted, from where the process stands, else below the workspace.
  public func inputPath(_ path: String) throws -> String {
    let home = getenv("HOME").map { String(cString: $0) }
    let plain = try PastedPath.ofThisMachine(home: home).path(path)
    guard !plain.hasPrefix("/"), let workspace, access(plain, F_OK) != 0 else { return plain }
    let inside = workspace.folder + "/" + plain
    return access(inside, F_OK) == 0 ? inside : plain
  }
}
