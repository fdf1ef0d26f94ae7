import KitModel

/// The parts of a received workbook that change when it is filled in.
struct TemplateCopy {
  let template: WorkbookTemplate
  let workbook: WorkbookPart
  /// The part of each sheet.
  let parts: [String]

  /// New bytes by the key of the part; nil for one that goes.
  func changedParts(
    _ fillings: [SheetFilling], _ styles: StyleSheetMarkup, bytes: (ZipPart) throws -> [UInt8]
  ) throws -> [String: [UInt8]?] {
    var styles = styles
    var changed: [String: [UInt8]?] = [:]
    func set(_ part: String, _ bytes: [UInt8]?) { changed[ZipContainer.key(part)] = .some(bytes) }
    var calculates = false
    let moving = fillings.first { $0.shift.count > 0 }
    let shift = moving?.shift ?? .none
    let movedName = moving.map { template.sheetName($0.sheet) } ?? ""
    for filling in fillings {
      var markup = try template.markup(filling.sheet)
      let name = template.sheetName(filling.sheet)
      if filling.shift.count > 0 { try checkInsertion(filling, markup) }
      let filler = SheetFiller(filling: filling, name: name, startsIn1904: template.index.startsIn1904)
      if filling.sheet != moving?.sheet { follow(&markup, shift, movedName, name) }
      filler.fill(&markup, &styles)
      calculates = calculates || markup.hasFormulas
      set(parts[filling.sheet], markup.bytes)
    }
    for sheet in parts.indices where !fillings.contains(where: { $0.sheet == sheet }) {
      var markup = try template.markup(sheet)
      calculates = calculates || markup.hasFormulas
      guard reachesOut(markup, shift) else { continue }
      follow(&markup, shift, movedName, template.sheetName(sheet))
      markup.forgetResults()
      set(parts[sheet], markup.bytes)
    }
    if styles.isChanged, let part = template.index.stylesPart { set(part, styles.written) }
    if calculates || shift.count > 0 {
      set(template.index.workbookPart, workbook.written(shift: shift, of: movedName))
    }
    if let moving {
      try move(moving, shift, movedName, bytes: bytes, set: set)
      try removeChain(bytes: bytes, set: set)
    }
    return changed
  }

  private func follow(_ markup: inout SheetMarkup, _ shift: RowShift, _ moved: String, _ name: String) {
    guard shift.count > 0 else { return }
    markup.unshareFormulas()
    markup.shiftFormulas(shift, of: moved, name: name)
  }

  /// Whether what a sheet calculates may follow from another one.
  private func reachesOut(_ markup: SheetMarkup, _ shift: RowShift) -> Bool {
    let names = workbook.names.map(\.name)
    let signs = ["!", "[", "INDIRECT(", "OFFSET("] + names
    let calculates = markup.rows.contains { row in
      row.cells.contains { cell in
        guard let text = cell.formula?.text, !text.isEmpty else { return false }
        return signs.contains { text.contains($0) }
      }
    }
    return calculates || shift.count > 0 && markup.tail.contains(UInt8(ascii: "!"))
  }

  private func checkInsertion(_ filling: SheetFilling, _ markup: SheetMarkup) throws {
    let kinds = try template.links(of: filling.sheet).map(\.kind).sorted()
    let guarding = InsertionGuard(
      template: template, sheet: filling.sheet, shift: filling.shift, rows: filling.rows.count)
    try guarding.check(markup, links: kinds)
  }

  private func move(
    _ filling: SheetFilling, _ shift: RowShift, _ name: String, bytes: (ZipPart) throws -> [UInt8],
    set: (String, [UInt8]?) -> Void
  ) throws {
    let moved = MovedParts(shift: shift, sheet: name)
    for link in try template.links(of: filling.sheet) {
      guard let part = try template.container.part(link.target) else { continue }
      // Frames of comments come from a time before XML was strict.
      let content = link.kind == "vmlDrawing" ? try part.wholeBytes() : try bytes(part)
      if let new = moved.moved(content, kind: link.kind) { set(link.target, new) }
    }
    for key in template.charts {
      if let part = try template.container.part(key) { set(key, moved.chart(try bytes(part))) }
    }
  }

  private func removeChain(bytes: (ZipPart) throws -> [UInt8], set: (String, [UInt8]?) -> Void) throws {
    let chains = template.container.places.keys.filter { CalculationChain.isChain($0) }
    guard !chains.isEmpty else { return }
    for chain in chains { set(chain, nil) }
    for part in ["[Content_Types].xml", template.index.linksPart] {
      if let found = try template.container.part(part) {
        set(part, CalculationChain.removed(from: try bytes(found)))
      }
    }
  }
}

extension ZipPart {
  func wholeBytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try forEachChunk {
      bytes.append(contentsOf: $0)
      return true
    }
    return bytes
  }
}
