import KitFormats

/// Any bytes as a workbook. The first byte chooses what they are: the whole file, or one part of an otherwise
/// right workbook, so that the parts behind the checksums are reached too.
@c(LLVMFuzzerTestOneInput)
public func fuzzXlsx(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: data, count: size)
  guard let first = bytes.first else { return 0 }
  let rest = bytes.dropFirst()
  if first == UInt8(ascii: "P") {
    InputProbe.read(bytes, name: "input.xlsx")
    return 0
  }
  var maker = WorkbookMaker(
    rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c s="1"><v>45536.5</v></c></row>"#)
  maker.sharedStrings = "<si><t>青石</t></si>"
  maker.format(["yyyy-mm-dd h:mm"])
  let part =
    switch first {
    case UInt8(ascii: "t"): "xl/sharedStrings.xml"
    case UInt8(ascii: "s"): "xl/styles.xml"
    case UInt8(ascii: "w"): "xl/workbook.xml"
    case UInt8(ascii: "r"): "xl/_rels/workbook.xml.rels"
    default: "xl/worksheets/sheet1.xml"
    }
  var entries = maker.entries
  for index in entries.indices where entries[index].name == Array(part.utf8) {
    entries[index] = ZipMaker.Entry(part, Array(rest))
  }
  InputProbe.read(ZipMaker.zip(entries), name: "input.xlsx")
  return 0
}
