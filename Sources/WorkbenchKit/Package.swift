// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// For the modules with the loops over millions of cells: the tests, which are built for debugging, check exclusive
/// access; the release spares the twentieth of an import that the checks cost.
let looping =
  settings + [
    .unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))
  ]

/// The kit is a package of its own, and ONE dynamic library: host and plugins must share every kit type.
/// See `docs/architecture.md`.
let package = Package(
  name: "WorkbenchKit",
  products: [
    .library(
      name: "WorkbenchKit", type: .dynamic,
      targets: [
        "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
        "KitPapers", "KitRubrics", "KitArchive", "PluginAPI",
      ]),
    .plugin(name: "BuildStamp", targets: ["BuildStamp"]),
    // Apart from the kit's own library: only the host edits lines, plugins and tests need no libedit.
    .library(name: "LineEditing", targets: ["CEditline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "3.12.3"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "CEditline", path: "CEditline", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "KitModel", path: "Model", swiftSettings: settings),
    .target(name: "KitLanguage", dependencies: ["KitModel"], path: "Language", swiftSettings: settings),
    .target(
      name: "KitQuery", dependencies: ["KitModel", "KitLanguage"], path: "Query", swiftSettings: settings),
    .target(
      name: "KitStore",
      dependencies: [
        "KitModel", "KitLanguage", "KitQuery", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], path: "Store", swiftSettings: looping),
    .systemLibrary(name: "CXML2", path: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZip", path: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", path: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
      name: "KitFormats", dependencies: ["KitModel", "CXML2", "CZip", "CXlsxWriter"], path: "Formats",
      swiftSettings: looping),
    .target(
      name: "KitDocuments",
      dependencies: ["KitModel", "KitFormats", .product(name: "Mustache", package: "swift-mustache")],
      path: "Documents", swiftSettings: settings),
    .target(
      name: "KitWorkspace",
      dependencies: [
        "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats",
        .product(name: "Yams", package: "Yams"),
      ], path: "Workspace", swiftSettings: looping),
    .target(
      name: "KitPapers",
      dependencies: [
        "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
      ], path: "Papers", swiftSettings: settings),
    .target(
      name: "KitRubrics",
      dependencies: [
        "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments",
        "KitWorkspace", "KitPapers", .product(name: "BigInt", package: "BigInt"),
      ], path: "Rubrics", swiftSettings: settings),
    .target(
      name: "KitArchive",
      dependencies: [
        "KitModel", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace", "KitPapers", "KitRubrics",
      ], path: "Archive", swiftSettings: settings),
    .target(
      name: "PluginAPI",
      dependencies: [
        "KitModel", "KitLanguage", "KitQuery", "KitStore", "KitFormats", "KitDocuments", "KitWorkspace",
        "KitPapers", "KitRubrics",
      ],
      path: "PluginAPI", swiftSettings: settings, plugins: ["BuildStamp"]),
    // Puts the stamp of the kit's sources and the compiler into a library; see docs/architecture.md, Plugins.
    .plugin(name: "BuildStamp", capability: .buildTool(), path: "BuildStamp"),
  ]
)
