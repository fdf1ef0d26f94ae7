import CXlsxWriter

/// The cell formats of a workbook, each made once.
final class WorkbookStyles {
  enum Role: Hashable {
    case title, detailLeft, detailRight, header, footer
    /// A cell that stands out.
    case marked
    /// Cells of a column.
    case cell(number: SheetNumberFormat, side: Side, isTotal: Bool)
  }

  /// Numbers stand right, running text left, short words of one length (dates, 是/否, terms) in the middle.
  enum Side: Hashable { case left, middle, right }

  private struct Key: Hashable {
    var role: Role
    var hasBorder: Bool
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Key: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  func format(_ role: Role, hasBorder: Bool) -> UnsafeMutablePointer<lxw_format>? {
    let key = Key(role: role, hasBorder: hasBorder)
    if let format = made[key] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_font_name(format, "宋体")
    format_set_font_size(format, 11)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    switch role {
    case .title:
      format_set_font_size(format, 16)
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .detailLeft: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .detailRight: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .header:
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_text_wrap(format)
      format_set_bg_color(format, 0xE7E6E6)
    case .marked:
      format_set_num_format(format, "@")
      format_set_bg_color(format, 0xFFE699)
      format_set_font_color(format, 0xC00000)
      format_set_text_wrap(format)
    case .footer: format_set_font_color(format, 0x595959)
    case .cell(let number, let side, let isTotal):
      format_set_num_format(format, number.code)
      let align =
        switch side {
        case .left: LXW_ALIGN_LEFT
        case .middle: LXW_ALIGN_CENTER
        case .right: LXW_ALIGN_RIGHT
        }
      format_set_align(format, UInt8(align.rawValue))
      if number == .text { format_set_text_wrap(format) }
      if isTotal {
        format_set_bold(format)
        format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
    }
    if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    made[key] = format
    return format
  }
}
