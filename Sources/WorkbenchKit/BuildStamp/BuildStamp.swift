import Foundation
import PackagePlugin

/// Writes the build stamp into a target: a hash of the kit's sources and of the compiler's version, in an ELF
/// section that can be read without loading the library.
///
/// The kit's `PluginAPI` and every plugin's target use it, so a stamp always is that of the sources with which
/// the target was really compiled. It is made again when one of these changes, and only then.
@main
struct BuildStamp: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
    guard let kit = Self.kit(in: context.package) else {
      Diagnostics.error("\(target.name) uses BuildStamp but does not depend on WorkbenchKit")
      return []
    }
    let sources = kit.targets.compactMap { $0.sourceModule }
      .filter { $0.kind == .generic || $0.kind == .snippet }
      .flatMap { $0.sourceFiles.map(\.url) }
      .filter { $0.path.hasPrefix(kit.directoryURL.path + "/") }
      .sorted { $0.path < $1.path }
    let manifest = kit.directoryURL.appending(path: "Package.swift")
    let script = kit.directoryURL.appending(path: "BuildStamp/stamp.sh")
    let compiler = try context.tool(named: "swiftc").url
    let output = context.pluginWorkDirectoryURL.appending(path: "BuildStamp.generated.swift")
    let files = ([manifest] + sources).map { String($0.path.dropFirst(kit.directoryURL.path.count + 1)) }
    return [
      .buildCommand(
        displayName: "Build stamp of the kit for \(target.name)", executable: URL(filePath: "/bin/sh"),
        arguments: [script.path, compiler.path, output.path, kit.directoryURL.path] + files,
        inputFiles: [manifest, script] + sources, outputFiles: [output])
    ]
  }

  /// The package of the kit: this one, or one that it depends on.
  private static func kit(in package: Package) -> Package? {
    if package.products.contains(where: { $0.name == "WorkbenchKit" }) { return package }
    return package.dependencies.lazy.compactMap { kit(in: $0.package) }.first
  }
}
