import KitModel

/// Which columns of a table are shown and how wide each is.
struct GridLayout {
  static let gap = "  "
  /// A text column keeps at least this width before columns are left out.
  private static let narrowest = 12

  private(set) var widths: [Int]
  /// Indices of the columns that are shown, in order.
  private(set) var shown: [Int]
  private(set) var leftOut: [Int] = []
  /// Shown columns of which some text was cut.
  private(set) var narrowed: [Int] = []
  private let alignsRight: [Bool]

  init(
    _ columns: [Column], rows: ArraySlice<Table.Row>, width: Int?,
    text: (Table.Row, Int, [Column]) -> String, language: UILanguage
  ) {
    alignsRight = columns.map { $0.type.isNumeric }
    widths = columns.map { max(1, DisplayWidth.of(Printable.line($0.label.text(language)))) }
    for row in rows {
      for index in columns.indices {
        widths[index] = max(widths[index], DisplayWidth.of(text(row, index, columns)))
      }
    }
    shown = Array(columns.indices)
    if let width { fit(columns, into: width) }
  }

  /// `text` cut or filled to the width of its column.
  func fitted(_ text: String, column: Int) -> String {
    DisplayWidth.padded(
      DisplayWidth.clipped(text, to: widths[column]), to: widths[column], right: alignsRight[column])
  }

  private mutating func fit(_ columns: [Column], into width: Int) {
    let natural = widths
    let flexible = columns.indices.filter { Self.mayNarrow(columns[$0].type) }
    let limit = cap(flexible, into: width)
    for index in flexible { widths[index] = min(widths[index], limit) }
    while used > width, shown.count > 1 { leftOut.insert(shown.removeLast(), at: 0) }
    // Room that a column left behind goes back to the texts that were narrowed.
    for index in shown where widths[index] < natural[index] && used < width {
      widths[index] = min(natural[index], widths[index] + width - used)
    }
    if let only = shown.first, shown.count == 1, Self.mayNarrow(columns[only].type) {
      widths[only] = min(widths[only], max(1, width))
    }
    narrowed = shown.filter { widths[$0] < natural[$0] }
  }

  /// The greatest width, not below the narrowest, under which all columns fit when no text is wider.
  private func cap(_ flexible: [Int], into width: Int) -> Int {
    let fixed = used - flexible.reduce(0) { $0 + widths[$1] }
    var low = Self.narrowest
    var high = max(low, flexible.map { widths[$0] }.max() ?? low)
    while low < high {
      let middle = (low + high + 1) / 2
      let fits = fixed + flexible.reduce(0) { $0 + min(widths[$1], middle) } <= width
      if fits { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private var used: Int {
    shown.reduce(0) { $0 + widths[$1] } + max(0, shown.count - 1) * Self.gap.count
  }

  /// Half a number is a wrong number: only running text is cut.
  private static func mayNarrow(_ type: DataType) -> Bool {
    switch type {
    case .text, .choice, .file, .reference, .null: true
    default: false
    }
  }
}
