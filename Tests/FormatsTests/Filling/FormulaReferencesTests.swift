import Testing

@testable import KitFormats

/// What becomes of formulas when rows are put into a sheet, as Excel does it.
@Suite struct FormulaReferencesTests {
  /// Two rows before row 8 of 表.
  private static let inside = RowShift(at: 8, count: 2)
  /// Two rows behind row 5, which is the only one of its block.
  private static let only = RowShift(at: 6, count: 2, edge: 5)

  @Test(arguments: [
    ("SUM(E5:E8)", "SUM(E5:E10)"), ("SUM(E5:E7)", "SUM(E5:E7)"), ("E9/E$9", "E11/E$11"),
    ("$E$8*2", "$E$10*2"),
    ("SUM(E8:E5)", "SUM(E10:E5)"), ("SUM(9:12)", "SUM(11:14)"), ("SUM(E:E)", "SUM(E:E)"),
    (#"IF(A1="E9","E9",'它 表'!E9)"#, #"IF(A1="E9","E9",'它 表'!E9)"#), ("表!E9+'表'!E9", "表!E11+'表'!E11"),
    ("它表!E9", "它表!E9"), ("[1]表!E9", "[1]表!E9"), ("表1[[#Totals],[E9]]", "表1[[#Totals],[E9]]"),
    ("LOG10(E9)", "LOG10(E11)"), ("E9.x+_E9+1E9", "E9.x+_E9+1E9"), ("NAME9:E9", "NAME9:E11"),
    ("SUM(E5:E8,E9)%", "SUM(E5:E10,E11)%"), (#"A1&"a""E9"&E9"#, #"A1&"a""E9"&E11"#), ("XFE9", "XFE9"),
    ("e9", "E11"),
  ]) func placesBelowMove(formula: String, moved: String) {
    #expect(FormulaReferences.shifted(formula, by: Self.inside, of: "表", own: "表") == moved)
  }

  @Test func theOnlyRowOfABlockGrowsDownwardsAndNotAlong() {
    func moved(_ formula: String) -> String {
      FormulaReferences.shifted(formula, by: Self.only, of: "表", own: "表")
    }
    #expect(moved("SUM(E5:E5)") == "SUM(E5:E7)")
    #expect(moved("SUM(E5:G5)") == "SUM(E5:G5)")
    #expect(moved("SUM(E3:E5)") == "SUM(E3:E7)")
    #expect(moved("E5+E6") == "E5+E8")
  }

  @Test func namesOfTheWorkbookMoveOnlyWithTheirSheet() {
    #expect(FormulaReferences.shifted("表!$A$1:$G$12", by: Self.inside, of: "表", own: nil) == "表!$A$1:$G$14")
    #expect(FormulaReferences.shifted("$A$1:$G$12", by: Self.inside, of: "表", own: nil) == "$A$1:$G$12")
  }

  @Test(arguments: [
    ("A1+$B$2+C$3+$D4", 2, 1, "B3+$B$2+D$3+$D6"), ("SUM(A1:A3)", 1, 0, "SUM(A2:A4)"), ("A1", -1, 0, "#REF!"),
    ("它!A1", 1, 0, "它!A2"),
  ]) func copiesFollowTheirCell(formula: String, rows: Int, columns: Int, copied: String) {
    #expect(FormulaReferences.copied(formula, rows: rows, columns: columns) == copied)
  }

  @Test func placesOfRulesGrow() {
    #expect(Self.only.places("E5 G5:H5", growsCells: true) == "E5:E7 G5:H7")
    #expect(Self.only.places("C5:D5") == "C5:D5")
    #expect(Self.inside.places("A5:A8 B9") == "A5:A10 B11")
  }
}
