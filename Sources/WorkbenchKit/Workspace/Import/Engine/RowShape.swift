import KitModel
import KitStore

/// How the columns of a sheet become the cells of the rows that are written.
struct RowShape {
  /// What stands in a column of the file.
  enum ColumnUse {
    /// Goes into the field at that position.
    case position(Int)
    /// Not taken: unmatched, left out, second best.
    case ignored
    /// Has no heading: anything in it is a fault.
    case unheaded
  }

  /// A field that a row fills, of the entity or of its year.
  struct Position {
    let field: FieldDeclaration
    let isYearly: Bool
    /// Column of the file from 0, the first where several fill it; nil for what the file does not have.
    let column: Int?
    /// Taken for every row when the file has no such column.
    let constant: CellValue?
    /// Taken for rows whose key is new, when the file has no such column.
    let defaultForNew: CellValue?
    let isKey: Bool
  }

  var uses: [ColumnUse]
  /// For each column that is taken its reader.
  var readers: [CellReader?]
  var positions: [Position]
  /// Positions of the key fields, in their order.
  var key: [Int]
  /// How a row of the year is put together; nil when nothing of it is in the file.
  var year: YearShape?
  /// Required fields that the file does not have: rows that are there already can do without, new ones cannot.
  var lackedByNew: [FieldDeclaration] = []
  /// The position that takes the number of the row.
  var rowNumber: Int?
  /// Positions that the year alone takes for rows that are there: the file is about a year before the last one.
  var heldBack: Set<Int> = []
  /// Texts that constants point to.
  var texts = CellTexts()

  /// A row of the entity that keeps figures by year.
  struct YearShape {
    let entity: EntityDeclaration
    let fields: [FieldDeclaration]
    let sources: [Source]

    enum Source {
      case position(Int)
      case constant(CellValue)
      /// The cell, or what the row has already where it is empty.
      case positionOrKnown(Int, String)
      /// What the row has already, where the file has no such column.
      case known(String)
    }
  }

  /// Ids of the entity's own fields that are written, and their positions.
  var own: [Int] { positions.indices.filter { !positions[$0].isYearly } }
}
