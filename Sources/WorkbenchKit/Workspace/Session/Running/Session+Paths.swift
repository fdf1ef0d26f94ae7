import KitModel

extension Session {
  /// Where a file of that name is written: below `exports/` of the workspace, in the current folder when no
  /// workspace is open. A script writes nowhere else but in folders that the command line allows; at the prompt
  /// a full path is taken as it is.
  func outputPath(_ name: String, at span: SourceSpan?) throws(Diagnostic) -> String {
    let isFull = name.hasPrefix("/")
    if isFull {
      let isTyped = frames.isEmpty && (options.mode == .prompt || options.typedWritesAnywhere)
      guard isTyped || options.writableFolders.contains(where: { isBelow($0, name) }) else {
        throw Diagnostic(SessionMessages.fileOutside, ["file": name], at: span)
      }
      return name
    }
    let steps = name.split(separator: "/", omittingEmptySubsequences: true)
    guard !steps.isEmpty, !steps.contains("..") else {
      throw Diagnostic(SessionMessages.fileClimbs, ["file": name], at: span)
    }
    let base = workspace?.exports ?? "."
    // `exports/x.csv` is what it looks like, not exports/exports/x.csv.
    let inner =
      steps.first == "exports" && steps.count > 1 && workspace != nil ? steps.dropFirst() : steps[...]
    return ([Substring(base)] + inner.filter { $0 != "." }).joined(separator: "/")
  }

  private func isBelow(_ folder: String, _ path: String) -> Bool {
    let steps = path.split(separator: "/")
    let wanted = folder.split(separator: "/")
    return !steps.contains("..") && steps.count > wanted.count && Array(steps.prefix(wanted.count)) == wanted
  }
}
