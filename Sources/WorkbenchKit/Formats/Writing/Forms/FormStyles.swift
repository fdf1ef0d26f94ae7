import CXlsxWriter

/// The cell formats of a form, each made once.
final class FormStyles {
  enum Role: Hashable {
    case title, guide, facts, heading
    case cell(SheetNumberFormat, isLocked: Bool)
  }

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var made: [Role: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  func format(_ role: Role) -> UnsafeMutablePointer<lxw_format>? {
    if let format = made[role] { return format }
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_font_name(format, "宋体")
    format_set_font_size(format, 11)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_text_wrap(format)
    switch role {
    case .title:
      format_set_font_size(format, 16)
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .guide: format_set_font_color(format, 0x595959)
    case .facts: format_set_bold(format)
    case .heading:
      format_set_bold(format)
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_bg_color(format, 0xE7E6E6)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .cell(let number, let isLocked):
      format_set_num_format(format, number.code)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      if isLocked { format_set_bg_color(format, 0xF2F2F2) } else { format_set_unlocked(format) }
      if number != .text { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    }
    made[role] = format
    return format
  }
}
