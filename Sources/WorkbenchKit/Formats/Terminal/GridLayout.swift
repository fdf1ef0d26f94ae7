import KitModel

/// Which columns of a table are shown and how wide each is.
///
/// Where a table is wider than the screen, columns in which nothing stands go first; then running text is
/// narrowed; then columns are left out from the right, those that the question named last, the first never.
struct GridLayout {
  static let gap = "  "
  /// A text column keeps at least this width before columns are left out.
  private static let narrowest = 12

  private(set) var widths: [Int]
  /// Indices of the columns that are shown, in order.
  private(set) var shown: [Int]
  private(set) var leftOut: [Int] = []
  /// Left out because no row has a value there.
  private(set) var empty: [Int] = []
  /// Shown columns of which some text was cut.
  private(set) var narrowed: [Int] = []
  private let alignsRight: [Bool]

  /// - Parameters:
  ///   - width: Columns of the terminal; nil fits nothing.
  ///   - scrolls: The screen scrolls sideways: only empty columns are left out.
  ///   - named: Columns that the question named.
  init(
    _ columns: [Column], rows: ArraySlice<Table.Row>, width: Int?, scrolls: Bool = false,
    named: Set<Int> = [], text: (Table.Row, Int, [Column]) -> String, language: UILanguage
  ) {
    alignsRight = columns.map { $0.type.isNumeric }
    widths = columns.map { max(1, DisplayWidth.of(Printable.line($0.label.text(language)))) }
    var filled = Set<Int>()
    for row in rows {
      for index in columns.indices {
        let size = DisplayWidth.of(text(row, index, columns))
        if size > 0 { filled.insert(index) }
        widths[index] = max(widths[index], size)
      }
    }
    shown = Array(columns.indices)
    guard let width, used > width else { return }
    if !rows.isEmpty { leaveOutEmpty(filled.union(named)) }
    if !scrolls { fit(columns, into: width, named) }
  }

  /// Whether every value of every column can be read in full.
  var isWhole: Bool { leftOut.isEmpty && narrowed.isEmpty }

  /// `text` cut or filled to the width of its column.
  func fitted(_ text: String, column: Int) -> String {
    DisplayWidth.padded(
      DisplayWidth.clipped(text, to: widths[column]), to: widths[column], right: alignsRight[column])
  }

  private mutating func leaveOutEmpty(_ kept: Set<Int>) {
    empty = shown.filter { $0 > 0 && !kept.contains($0) }
    shown.removeAll(where: empty.contains)
  }

  private mutating func fit(_ columns: [Column], into width: Int, _ named: Set<Int>) {
    let natural = widths
    let flexible = shown.filter { Self.mayNarrow(columns[$0].type) }
    let limit = cap(flexible, into: width)
    for index in flexible { widths[index] = min(widths[index], limit) }
    leaveOut(into: width) { !named.contains($0) }
    leaveOut(into: width) { _ in true }
    leftOut.sort()
    // Room that a column left behind goes back to the texts that were narrowed.
    for index in shown where widths[index] < natural[index] && used < width {
      widths[index] = min(natural[index], widths[index] + width - used)
    }
    if let only = shown.first, shown.count == 1, Self.mayNarrow(columns[only].type) {
      widths[only] = min(widths[only], max(1, width))
    }
    narrowed = shown.filter { widths[$0] < natural[$0] }
  }

  private mutating func leaveOut(into width: Int, where mayGo: (Int) -> Bool) {
    while used > width, let place = shown.indices.dropFirst().last(where: { mayGo(shown[$0]) }) {
      leftOut.append(shown.remove(at: place))
    }
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
