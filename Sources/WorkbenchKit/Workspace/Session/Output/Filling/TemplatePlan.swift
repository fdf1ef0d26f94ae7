import KitFormats
import KitModel

/// Which columns of a result go under which headings of a template, and where their rows come.
struct TemplatePlan {
  /// Index among the sheets of the template.
  var sheet: Int
  var layout: HeadedTable
  var matches: [Match]
  /// A column that numbers the rows, 序号.
  var numbers: Int?
  /// Headings for which the result has nothing.
  var open: [HeadedColumn]
  var block = FillingBlock(first: 1, blank: 0, isOpen: true)
  /// Rows between the heading and the block in which something stands.
  var kept: ClosedRange<Int>?
  /// Rows of these that have a name in one column and wait for what belongs to it, with the columns that hold formulas.
  var waiting: Waiting = [:]
  /// Rows of these in which all is filled in already.
  var full: Set<Int> = []
  /// Headings below which the template calculates by itself.
  var calculated: [HeadedColumn] = []
  /// Columns of the result that are not written since the template calculates them.
  var replaced: [Int] = []

  /// Single cells with the name of a column, which take the one row of a result.
  var cells: [NamedCell] = []
  /// Columns of the result that only such a cell would take, where it has not one row.
  var wantOne: [Int] = []

  /// Whether there is a heading with rows below; a form of single cells has none.
  var hasTable: Bool { !layout.headingRows.isEmpty }

  /// Rows by number.
  typealias Waiting = [Int: Set<Int>]

  struct Match {
    let heading: HeadedColumn
    /// The column of the result.
    let column: Int
    /// The power of ten by which its numbers are multiplied.
    var power = 0
  }

  /// A cell and the column of the result whose name it has.
  struct NamedCell {
    let name: String
    let sheet: Int
    let row: Int
    /// From 0.
    let column: Int
    /// The column of the result.
    let index: Int
    /// Where in the row the words stand that say what belongs into it, and these.
    var label: (column: Int, text: String)?
    /// The power of ten by which its number is multiplied.
    var power = 0
  }
}
