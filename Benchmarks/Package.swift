// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// Ratios to peers, measured in one run; nothing here is part of the product. `make bench` sets it up.
let package = Package(
  name: "DudaoBenchmarks",
  dependencies: [.package(path: "../Sources/WorkbenchKit")],
  targets: [
    .executableTarget(name: "datagen", path: "datagen", swiftSettings: settings),
    .executableTarget(
      name: "papers", dependencies: [.product(name: "WorkbenchKit", package: "WorkbenchKit")], path: "papers",
      swiftSettings: settings),
    .executableTarget(name: "ratios", path: "ratios", swiftSettings: settings),
  ]
)
