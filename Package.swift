// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let kit: Target.Dependency = .product(name: "WorkbenchKit", package: "WorkbenchKit")

/// A plugin with code: a library of its own that finds the kit beside itself, or where `make install` lays it.
func plugin(_ name: String, data: [String]) -> Target {
  .target(
    name: name, dependencies: [kit], path: "Plugins/\(name)", exclude: data, swiftSettings: settings,
    linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../.."])],
    plugins: [.plugin(name: "BuildStamp", package: "WorkbenchKit")])
}

let package = Package(
  name: "Dudao",
  products: [
    .executable(name: "dudao", targets: ["dudao"]),
    .library(name: "District", type: .dynamic, targets: ["District"]),
    .library(name: "Rectification", type: .dynamic, targets: ["Rectification"]),
  ],
  dependencies: [
    .package(path: "Sources/WorkbenchKit"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "dudao",
      dependencies: [
        kit, .product(name: "LineEditing", package: "WorkbenchKit"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings,
      // Where `make install` lays the kit. Beside the workbench, where a build leaves it, it is found anyway.
      linkerSettings: [.unsafeFlags(["-Xlinker", "-rpath", "-Xlinker", "$ORIGIN/../lib/dudao"])]),
    plugin(
      "District",
      data: ["plugin.yaml", "entities.yaml", "papers.yaml", "archive.yaml", "procedures.yaml", "templates"]),
    plugin(
      "Rectification",
      data: ["plugin.yaml", "entities.yaml", "papers.yaml", "rules.yaml", "archive.yaml", "templates"]),
    .target(
      name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal", linkerSettings: [.linkedLibrary("util")]
    ),
    .target(name: "GoldenFile", path: "Tests/Support/GoldenFile", swiftSettings: settings),
    .target(name: "WorkbookMaker", path: "Tests/Support/WorkbookMaker", swiftSettings: settings),
    .testTarget(
      name: "HostTests",
      dependencies: [
        "dudao", "CPseudoTerminal", kit, "GoldenFile", "WorkbookMaker", "District", "Rectification",
      ],
      exclude: [
        "Goldens", "Assessments/Goldens", "Edits/Goldens", "Drafts/Goldens", "Papers/Goldens",
        "Scripts/Goldens",
        "Draws/draw_reference.py",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageTests", dependencies: [kit, "GoldenFile"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(name: "LayoutTests", swiftSettings: settings),
    .testTarget(name: "OracleTests", dependencies: [kit], swiftSettings: settings),
    .testTarget(
      name: "ModelTests", dependencies: [kit, "GoldenFile"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "FormatsTests", dependencies: [kit, "GoldenFile", "WorkbookMaker"], exclude: ["Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: [kit, "GoldenFile"], exclude: ["Goldens"], swiftSettings: settings
    ),
    .testTarget(
      name: "QueryTests", dependencies: [kit, "GoldenFile"], exclude: ["Goldens", "Diagnostics"],
      swiftSettings: settings),
    .testTarget(
      name: "RubricTests", dependencies: [kit, "GoldenFile"], exclude: ["Faulty", "Goldens", "Reference"],
      swiftSettings: settings),
    .executableTarget(
      name: "StoreProbe", dependencies: [kit], path: "Tests/StoreProbe", swiftSettings: settings),
    .testTarget(
      name: "StoreTests", dependencies: [kit, "StoreProbe", "GoldenFile"], exclude: ["Refusals/Goldens"],
      swiftSettings: settings),
    .testTarget(
      name: "WorkspaceTests", dependencies: [kit, "GoldenFile", "WorkbookMaker"],
      exclude: ["Children", "Goldens", "Remarks/Goldens", "Forms/Goldens"], swiftSettings: settings
    ),
    .testTarget(
      name: "SessionTests", dependencies: [kit, "GoldenFile"], exclude: ["Goldens"], swiftSettings: settings),
    .testTarget(
      name: "PluginTests", dependencies: ["dudao", kit, "GoldenFile"], exclude: ["Children", "Goldens"],
      swiftSettings: settings),
  ]
)
