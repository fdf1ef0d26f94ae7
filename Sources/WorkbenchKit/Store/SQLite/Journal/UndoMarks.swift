/// Which changes stand follows from the entries alone: an entry takes a change back; if that one was itself an
/// undo, what it took back stands again, and so on to the end of the line.
enum UndoMarks {
  /// The marks that an entry which takes `change` back gives; nil: the change stands.
  static func given(by entry: Int64, taking change: Int64, undoes: (Int64) throws -> Int64?) rethrows
    -> [(change: Int64, undoneBy: Int64?)]
  {
    var marks: [(Int64, Int64?)] = [(change, entry)]
    var current = change
    var stands = false
    while let target = try undoes(current) {
      stands.toggle()
      marks.append((target, stands ? nil : current))
      current = target
    }
    return marks
  }
}
