import Glibc
import PluginAPI

/// `rectify report WT2024-001 --measure … --evidence 照片.jpg` 整改 反馈: a round of feedback by a responsible unit.
struct ReportCommand: WorkbenchCommand {
  func run(_ arguments: CommandArguments, in context: any CommandContext) throws -> CommandResult {
    let desk = try FindingDesk(context)
    let finding = try desk.finding(arguments)
    if finding.isClosed {
      throw Diagnostic(RectifyFaults.closedAlready, finding.words, at: arguments.span("finding"))
    }
    let unit = try desk.responsible(for: finding, arguments)
    let rounds = try Rounds(of: finding, desk)
    if let last = rounds.last(of: unit.unit.key), last.result == .open {
      throw Diagnostic(
        RectifyFaults.roundOpen,
        finding.words.merging(["unit": unit.unit.name, "round": "\(last.ordinal)"]) { $1 },
        at: arguments.nameSpan)
    }
    let day = arguments.date("on") ?? context.asOf
    if day > context.asOf {
      throw Diagnostic(
        RectifyFaults.dayAhead, ["day": day.iso, "today": context.asOf.iso], at: arguments.span("on"))
    }
    try desk.check(
      day, of: finding, from: unit.unit.key, at: arguments.span("on") ?? arguments.nameSpan)
    let isLate = finding.deadline.map { day > $0 } ?? false
    let ordinal = (rounds.last(of: unit.unit.key)?.ordinal ?? 0) + 1
    let files = try arguments.texts("evidence").map { try context.inputPath($0) }
    for file in files { try refuseBroken(file) }
    let shelf = EvidenceShelf(workspace: try context.neededWorkspace().folder)
    try context.transaction {
      let kept = try files.map { try shelf.keep($0, isDryRun: context.isDryRun) }
      let numbers = try kept.map { try record($0, finding, unit.unit.key, day, desk) }
      try context.insert(
        [
          ("finding", .text(finding.number)), ("unit", .text(unit.unit.key)),
          ("ordinal", .integer(Int64(ordinal))), ("reported_on", .date(day)),
          ("measure", .text(arguments.text("measure") ?? "")),
          ("evidence", numbers.isEmpty ? .null : .text(numbers.joined(separator: String(Rounds.separator)))),
          ("late", finding.deadline == nil ? .null : .boolean(isLate)),
          ("result", .text(Rounds.Result.open.rawValue)),
        ], into: "rectify.round")
      for number in numbers {
        try context.insert(
          [
            ("evidence", .text(number)), ("finding", .text(finding.number)),
            ("ordinal", .integer(Int64(ordinal))),
          ], into: "rectify.proof")
      }
      try desk.setPassed(nil, unit.unit.key, for: finding)
      try desk.update(finding, [("status", .text(Finding.Status.toBeChecked.rawValue))])
    }
    return .notice(
      Diagnostic(
        isLate ? RectifyMessages.reportedLate : RectifyMessages.reported,
        finding.words.merging([
          "unit": unit.unit.name, "round": "\(ordinal)", "files": "\(files.count)",
          "deadline": finding.deadline?.iso ?? "—",
        ]) { $1 }, severity: .note))
  }

  /// A picture that nobody can open, or that fits into no paper, proves nothing later.
  private func refuseBroken(_ path: String) throws {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let ending = (name.split(separator: ".").last ?? "").lowercased()
    guard ["png", "jpg", "jpeg", "svg"].contains(ending), access(path, F_OK) == 0 else { return }
    _ = try PictureFile.read(path, name: name)
  }

  /// Registers a file of evidence and gives its number.
  private func record(
    _ file: EvidenceShelf.Kept, _ finding: Finding, _ unit: String, _ day: CalendarDate, _ desk: FindingDesk
  ) throws -> String {
    let number = try desk.context.nextNumber(
      of: "district.evidence", prefix: "ZZ", year: day.year, width: 4)
    try desk.context.insert(
      [
        ("number", .text(number)), ("title", .text(String(file.name.prefix(100)))),
        ("file", .text(file.file)), ("hash", .text(file.sha256)), ("unit", .text(unit)),
        ("finding", .text(finding.number)), ("purpose", .text(RectifyWords.evidencePurpose)),
        ("taken_on", .date(day)),
      ], into: "district.evidence")
    return number
  }
}
