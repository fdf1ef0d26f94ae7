import KitModel

extension Table.Mark {
  /// How csv and json write the mark under `_mark`; nothing for a row of the result itself.
  var word: String {
    switch self {
    case .plain: ""
    case .subtotal: "subtotal"
    case .total: "total"
    }
  }
}
