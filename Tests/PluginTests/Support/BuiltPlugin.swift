import Foundation
import Testing

@testable import PluginAPI

/// The scaffold, built once in a package of its own outside the project, with a second library beside it that
/// stops the process as soon as it is asked for its plugin.
struct BuiltPlugin {
  let package: URL
  /// Where SwiftPM puts libraries and resources.
  let products: URL
  let log: String

  static let shared = Result { try BuiltPlugin() }

  private init() throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: "dudao-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    let kit = Shell.root.appending(path: "Sources/WorkbenchKit").path
    let scaffold = try PluginScaffold(name: "TrialArea", label: "试点", kit: kit)
    package = URL(filePath: try scaffold.write(into: outside.path))
    try Self.addTrap(to: package)
    // Kept between runs: the kit and its dependencies are compiled for it once.
    let scratch = Shell.root.appending(path: ".build/plugin-tests")
    let run = try Shell.run(
      "swift", ["build", "--build-tests", "--package-path", package.path, "--scratch-path", scratch.path])
    log = run.output + run.errors
    guard run.status == 0 else { throw BuildFailure(log: log) }
    products = scratch.appending(path: "debug").resolvingSymlinksInPath()
  }

  struct BuildFailure: Error, CustomStringConvertible {
    var log: String
    var description: String { String(log.suffix(4000)) }
  }

  private static func addTrap(to package: URL) throws {
    let manifest = package.appending(path: "Package.swift")
    var text = try String(contentsOf: manifest, encoding: .utf8)
    text.replace(
      "products: [",
      with: "products: [.library(name: \"Trapping\", type: .dynamic, targets: [\"Trapping\"]), ")
    text.replace(
      "targets: [\n",
      with: """
        targets: [
            .target(
              name: "Trapping", dependencies: [.product(name: "WorkbenchKit", package: "WorkbenchKit")],
              plugins: [.plugin(name: "BuildStamp", package: "WorkbenchKit")]),

        """)
    try text.write(to: manifest, atomically: true, encoding: .utf8)
    let folder = package.appending(path: "Sources/Trapping")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let source = """
      @c(workbench_plugin_Trapping)
      public func makeTrapping() -> UnsafeMutableRawPointer {
        let none: [Int] = []
        return UnsafeMutableRawPointer(bitPattern: none[1])!
      }
      """
    try source.write(to: folder.appending(path: "Trapping.swift"), atomically: true, encoding: .utf8)
  }

  var library: URL { products.appending(path: "libTrialArea.so") }
  var trappingLibrary: URL { products.appending(path: "libTrapping.so") }
  var resources: URL { products.appending(path: "TrialArea_TrialArea.resources") }
}
