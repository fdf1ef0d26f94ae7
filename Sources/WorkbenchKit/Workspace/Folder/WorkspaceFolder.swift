import FoundationEssentials
import KitModel

/// A workspace on disk: where its parts lie, and how a new one is made.
public struct WorkspaceFolder: Hashable, Sendable {
  /// Absolute, without a slash at its end.
  public let path: String

  public init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  public var configurationFile: String { path + "/workspace.yaml" }
  /// Files as received.
  public var data: String { path + "/data" }
  public var exports: String { path + "/exports" }
  public var scripts: String { path + "/scripts" }
  public var evidence: String { path + "/evidence" }

  /// Folders that every workspace has.
  static let parts = ["data", "rubrics", "forms", "scripts", "templates", "evidence", "exports"]

  /// The path of a file below the workspace, as diagnostics and sources name it; other paths stay as they are.
  public func shown(_ file: String) -> String {
    file.hasPrefix(path + "/") ? String(file.dropFirst(path.count + 1)) : file
  }

  /// What `workspace.yaml` says.
  public func configuration() throws -> WorkspaceConfiguration {
    guard let data = FileManager.default.contents(atPath: configurationFile) else {
      throw Diagnostic(ConfigurationMessages.noConfiguration, ["folder": path])
    }
    return try WorkspaceConfiguration.read([UInt8](data))
  }

  /// Makes the folders and a `workspace.yaml` to be filled in.
  ///
  /// - Parameters:
  ///   - title: What the workspace is called; the folder's name when nil.
  ///   - schoolYear: The current school year.
  /// - Throws: a `Diagnostic` when there is something at the path already, or it cannot be made.
  public static func create(
    at path: String, title: String? = nil, language: UILanguage, plugins: [String], schoolYear: Period?
  ) throws -> WorkspaceFolder {
    let folder = WorkspaceFolder(path)
    let files = FileManager.default
    if let content = try? files.contentsOfDirectory(atPath: folder.path), !content.isEmpty {
      throw Diagnostic(ConfigurationMessages.folderExists, ["folder": path])
    }
    do {
      for part in parts {
        try files.createDirectory(atPath: folder.path + "/" + part, withIntermediateDirectories: true)
      }
      let name = title ?? folder.path.split(separator: "/").last.map(String.init) ?? "workspace"
      let text = configurationText(title: name, language: language, plugins: plugins, schoolYear: schoolYear)
      try Data(text.utf8).write(to: URL(filePath: folder.configurationFile), options: .atomic)
      try Data("workspace.sqlite*\nexports/\n".utf8).write(
        to: URL(filePath: folder.path + "/.gitignore"), options: .atomic)
    } catch {
      throw Diagnostic(
        ConfigurationMessages.folderNotMade,
        ["folder": path].merging(SystemReason.arguments(of: error)) { $1 })
    }
    return folder
  }

  private static func configurationText(
    title: String, language: UILanguage, plugins: [String], schoolYear: Period?
  ) -> String {
    let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    let year = schoolYear.map { "school_year: \($0.stored)" } ?? "# school_year: 2024-2025"
    let comments: [String] =
      language == .zh
      ? [
        "# 工作区的设置。改过之后重新打开生效。", "# 办公室的人员和职责（经办、审核、审定），logins 是登录名：", "# 学期从哪天开始，放假和调休：",
      ]
      : [
        "# Settings of the workspace, read when it is opened.",
        "# Staff and their duties (经办 handles, 审核 reviews, 审定 approves); logins are login names:",
        "# When the terms begin; days off and weekend days that are worked:",
      ]
    return """
      \(comments[0])
      title: "\(quoted)"
      language: \(language.rawValue)
      plugins: [\(plugins.joined(separator: ", "))]
      \(year)
      \(comments[1])
      # staff:
      #   - {name: 张三, logins: [zhang], duties: [经办]}
      \(comments[2])
      calendar:
        spring_starts: 02-01
        autumn_starts: 09-01
      #   holidays: [2024-10-01..2024-10-07]
      #   workdays: [2024-09-29]
      store:
        kind: sqlite

      """
  }
}
