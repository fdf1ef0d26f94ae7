import Testing

@testable import KitFormats

/// Parts beside the sheets, when two rows are put before row 8 of 表.
@Suite struct MovedPartsTests {
  private let parts = MovedParts(shift: RowShift(at: 8, count: 2), sheet: "表")

  @Test(arguments: [
    (
      "drawing", "<d><from><col>9</col><row>7</row></from><to><row>3</row></to></d>",
      "<d><from><col>9</col><row>9</row></from><to><row>3</row></to></d>"
    ),
    ("comments", #"<c><comment ref="E9" authorId="0"/></c>"#, #"<c><comment ref="E11" authorId="0"/></c>"#),
    (
      "table", #"<table ref="A4:C9"><autoFilter ref="A4:C8"/></table>"#,
      #"<table ref="A4:C11"><autoFilter ref="A4:C10"/></table>"#
    ),
    (
      "vmlDrawing", "<x><br><v:a><x:Anchor>4, 15, 8, 2, 6, 31, 12, 1</x:Anchor><x:Row>8</x:Row></v:a></x>",
      "<x><br><v:a><x:Anchor>4, 15, 10, 2, 6, 31, 14, 1</x:Anchor><x:Row>10</x:Row></v:a></x>"
    ),
  ]) func placesMove(kind: String, before: String, after: String) {
    let moved = parts.moved(Array(before.utf8), kind: kind).map { String(decoding: $0, as: UTF8.self) }
    #expect(moved == after)
  }

  @Test func chartsFollowTheirSheet() {
    let chart = "<c:f>表!$E$5:$E$8</c:f><c:f>它!$E$9</c:f><c:v>8</c:v>"
    let moved = String(decoding: parts.chart(Array(chart.utf8)), as: UTF8.self)
    #expect(moved == "<c:f>表!$E$5:$E$10</c:f><c:f>它!$E$9</c:f><c:v>8</c:v>")
    #expect(parts.moved([], kind: "hyperlink") == nil)
  }
}
