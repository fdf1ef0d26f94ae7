import KitModel

/// The pictures of a docx: kept once each, however often they are shown.
struct DocxPictures {
  private(set) var all: [Picture] = []
  private var shown = 0

  static func relation(_ number: Int) -> String { "picture\(number + 1)" }

  /// Below `word/`.
  static func path(_ number: Int, _ picture: Picture) -> String {
    "media/picture\(number + 1).\(picture.kind.rawValue)"
  }

  /// Writes the drawing of a figure.
  /// - Parameters:
  ///   - picture: Made of points.
  ///   - width: Of the type area, in twentieths of a point.
  mutating func write(_ figure: Document.Figure, _ picture: Picture, width: Int, to buffer: inout XMLBuffer) {
    let number = all.firstIndex(of: picture) ?? all.count
    if number == all.count { all.append(picture) }
    shown += 1
    let size = Self.size(picture, figure.millimetres, width: width)
    // As Word does: the size before it is turned, and beside it the room that it then takes beyond.
    let (across, down) = picture.turn.isOnItsSide ? (size.height, size.width) : size
    let extent = #"cx="\#(across)" cy="\#(down)""#
    let (beside, above) = (max(0, size.width - across) / 2, max(0, size.height - down) / 2)
    let room =
      beside + above == 0
      ? "" : #"<wp:effectExtent l="\#(beside)" t="\#(above)" r="\#(beside)" b="\#(above)"/>"#
    func named(_ tag: String) {
      buffer.raw(#"<\#(tag) id="\#(shown)" name="\#(shown)" descr=""#)
      buffer.text(figure.alternative)
      buffer.raw(#""/>"#)
    }
    buffer.raw(
      #"<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent \#(extent)/>\#(room)"#)
    named("wp:docPr")
    buffer.raw(
      #"<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>"#
    )
    named("pic:cNvPr")
    buffer.raw(
      #"<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="\#(Self.relation(number))"/>"#
        + #"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm\#(Self.turn(picture))><a:off x="0" y="0"/><a:ext \#(extent)/>"#
        + #"</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"#
        + "</wp:inline></w:drawing>")
  }

  /// Programs show the points as they lie in the file: what the camera noted is said again. In 60,000ths of a degree.
  private static func turn(_ picture: Picture) -> String {
    let angle = picture.turn.quarters == 0 ? "" : #" rot="\#(picture.turn.quarters * 5_400_000)""#
    return angle + (picture.turn.isMirrored ? #" flipH="1""# : "")
  }

  /// In English Metric Units, 9525 to a point of the screen and 635 to a twentieth of a point.
  private static func size(_ picture: Picture, _ millimetres: Double?, width: Int) -> (
    width: Int, height: Int
  ) {
    let widest = Double(width * 635)
    let wanted = min(millimetres.map { $0 * 36_000 } ?? picture.width * 9525, widest)
    // No page is higher than two of its type areas are wide.
    let ratio = picture.width > 0 ? min(picture.height / picture.width, 20) : 1
    let highest = widest * 1.3
    let shrink = min(1, highest / max(1, wanted * ratio))
    return (max(1, Int(wanted * shrink)), max(1, Int(wanted * ratio * shrink)))
  }
}
