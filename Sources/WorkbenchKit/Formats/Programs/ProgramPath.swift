import Glibc

/// Where programs lie that the workbench can do without.
package enum ProgramPath {
  /// The folders of `PATH`.
  package static var folders: [String] {
    (getenv("PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)
  }

  /// The first of these programs that can be run, in the order of `names`, then of the folders.
  package static func find(_ names: [String], in folders: [String]) -> String? {
    names.lazy.flatMap { name in folders.lazy.map { $0 + "/" + name } }.first { access($0, X_OK) == 0 }
  }

  /// What a script names in its first line, without `#!`; nil where it names nothing.
  package static func interpreterLine(of script: String) -> String? {
    guard let file = fopen(script, "re") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard text.hasPrefix("#!") else { return nil }
    return text.dropFirst(2).split(whereSeparator: \.isNewline).first.map(String.init)
  }
}
