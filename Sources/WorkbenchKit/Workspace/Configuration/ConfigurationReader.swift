import KitModel

extension WorkspaceConfiguration {
  /// Reads `workspace.yaml`.
  ///
  /// - Throws: `Diagnostics` with all faults, each with file, line and column.
  public static func read(_ bytes: [UInt8], file: String = "workspace.yaml") throws -> WorkspaceConfiguration
  {
    try YAMLReader.read(bytes, file: file) { root in
      guard
        let map = root.mapping(keys: [
          "title", "region", "language", "plugins", "school_year", "staff", "calendar", "recurring", "store",
          "imports",
        ]), let title = map.requiredText("title")
      else { return nil }
      let reader = ConfigurationReader()
      return WorkspaceConfiguration(
        title: title, region: map.text("region"), language: reader.language(map["language"]),
        plugins: map.texts("plugins"), schoolYear: reader.schoolYear(map["school_year"]),
        staff: map.list("staff").compactMap(reader.member), calendar: reader.calendar(map["calendar"]),
        recurring: map.list("recurring").compactMap(RecurringReader.task),
        storeFile: reader.storeFile(map["store"]), imports: map.list("imports").compactMap(reader.entry))
    }
  }
}

/// Makes the parts of a workspace's configuration of their nodes.
private struct ConfigurationReader {
  func language(_ node: YAMLNode?) -> UILanguage? {
    guard let node, let text = node.text() else { return nil }
    if let language = UILanguage(rawValue: text) { return language }
    node.fault(ConfigurationMessages.badLanguage, ["found": text])
    return nil
  }

  /// `2024-2025` or `2024-2025学年`.
  func schoolYear(_ node: YAMLNode?) -> Period? {
    guard let node, let text = node.text() else { return nil }
    if let period = DateText.period(text, kind: .schoolYear) { return period }
    node.fault(ConfigurationMessages.badSchoolYear, ["found": text])
    return nil
  }

  /// Any period: an import's `year` is matched against its entity when it runs.
  private func period(_ node: YAMLNode?) -> Period? {
    guard let node, let text = node.text() else { return nil }
    if let period = DateText.period(text, kind: nil) { return period }
    node.fault(ConfigurationMessages.badSchoolYear, ["found": text])
    return nil
  }

  func member(_ node: YAMLNode) -> StaffMember? {
    guard let map = node.mapping(keys: ["name", "logins", "duties"]), let name = map.requiredText("name")
    else { return nil }
    var duties: Set<StaffMember.Duty> = []
    for duty in map["duties"].map({ $0.isList ? $0.list() ?? [] : [$0] }) ?? [] {
      guard let text = duty.text() else { continue }
      if let known = StaffMember.Duty(rawValue: text) {
        duties.insert(known)
      } else {
        let allowed = StaffMember.Duty.allCases.map(\.rawValue).joined(separator: "、")
        duty.fault(
          ConfigurationMessages.badDuty,
          ["found": text, "allowed": allowed, "allowedEn": allowed.replacing("、", with: ", ")])
      }
    }
    return StaffMember(name: name, logins: map.texts("logins"), duties: duties)
  }

  private static let calendarKeys = ["spring_starts", "autumn_starts", "holidays", "workdays"]

  func calendar(_ node: YAMLNode?) -> SchoolCalendar {
    guard let map = node?.mapping(keys: Self.calendarKeys) else { return SchoolCalendar() }
    let usual = SchoolCalendar()
    var calendar = SchoolCalendar(
      spring: monthAndDay(map["spring_starts"]) ?? usual.spring,
      autumn: monthAndDay(map["autumn_starts"]) ?? usual.autumn)
    calendar.holidays = days(node, "holidays")
    calendar.workdays = days(node, "workdays")
    return calendar
  }

  /// `02-01`
  private func monthAndDay(_ node: YAMLNode?) -> (month: Int, day: Int)? {
    guard let node, let text = node.text() else { return nil }
    // Not a leap year: a term must begin in every year.
    if let date = CalendarDate(iso: "2023-" + text) { return (date.month, date.day) }
    node.fault(ConfigurationMessages.badMonthAndDay, ["found": text])
    return nil
  }

  /// Days, or ranges of days: `2024-10-01..2024-10-07`.
  func days(_ node: YAMLNode?, _ key: String) -> Set<CalendarDate> {
    guard let node, node.isMapping,
      let list = node.openMapping()?.first(where: { $0.key.plainText == key })?.value,
      !list.isEmpty
    else { return [] }
    var days: Set<CalendarDate> = []
    for entry in list.list() ?? [] {
      guard let text = entry.text() else { continue }
      let ends = text.split(separator: "..", omittingEmptySubsequences: false).map { CalendarDate(iso: $0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
        last.ordinal - first.ordinal < 400
      else {
        entry.fault(ConfigurationMessages.badDays, ["found": text])
        continue
      }
      for ordinal in first.ordinal...last.ordinal {
        if let day = CalendarDate(ordinal: ordinal) { days.insert(day) }
      }
    }
    return days
  }

  func storeFile(_ node: YAMLNode?) -> String {
    let usual = "workspace.sqlite"
    guard let map = node?.mapping(keys: ["kind", "file"]) else { return usual }
    if let kind = map["kind"], let text = kind.text(), text != "sqlite" {
      kind.fault(ConfigurationMessages.badStore, ["found": text])
    }
    return map["file"].flatMap(insidePath) ?? usual
  }

  func entry(_ node: YAMLNode) -> WorkspaceConfiguration.ImportEntry? {
    guard let map = node.mapping(keys: ["file", "sheet", "into", "year", "map"]),
      let file = map.required("file").flatMap(insidePath), let into = map.requiredText("into")
    else { return nil }
    var headings: [String: String] = [:]
    for (key, value) in map["map"]?.openMapping() ?? [] {
      if let heading = key.text() { headings[heading] = value.isEmpty ? "" : value.text() }
    }
    return WorkspaceConfiguration.ImportEntry(
      file: file, sheet: map.text("sheet"), into: into, year: period(map["year"]), map: headings)
  }

  /// A path that stays inside the workspace.
  private func insidePath(_ node: YAMLNode) -> String? {
    guard let path = node.text() else { return nil }
    if path.hasPrefix("/") || path.split(separator: "/").contains("..") {
      node.fault(ConfigurationMessages.pathOutside, ["found": path])
      return nil
    }
    return path
  }
}
