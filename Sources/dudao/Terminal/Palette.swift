import KitFormats
import KitModel

/// Colours of the terminal, few and from the sixteen that every theme sets.
struct Palette: Sendable {
  var isOn: Bool

  enum Style: String {
    case bold = "1", faint = "2", red = "31", green = "32", yellow = "33", blue = "34", cyan = "36"
  }

  func paint(_ text: String, _ style: Style) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// Paints the parts of a diagnostic.
  func paint(_ part: DiagnosticRenderer.Part, _ text: String) -> String {
    switch part {
    case .error: paint(text, .red)
    case .warning: paint(text, .yellow)
    case .note: paint(text, .cyan)
    case .caret: paint(text, .red)
    case .help: paint(text, .green)
    }
  }
}

extension Palette {
  /// Paints the parts of a table.
  func paint(_ part: TableText.Part, _ text: String) -> String {
    switch part {
    case .header, .total: paint(text, .bold)
    case .rule, .footer: paint(text, .faint)
    }
  }
}
