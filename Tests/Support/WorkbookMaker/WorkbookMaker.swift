/// Makes small workbooks from the XML of their parts.
package struct WorkbookMaker {
  package var sheets: [(name: String, attributes: String, xml: String)] = []
  package var sharedStrings: String?
  package var styles: String?
  package var workbookProperties = ""
  package var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package var relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  package init(rows: String = "", before: String = "", after: String = "") {
    add("表", rows: rows, before: before, after: after)
  }

  package mutating func add(
    _ name: String, rows: String, attributes: String = "", before: String = "", after: String = ""
  ) {
    sheets.append((name, attributes, "\(before)<sheetData>\(rows)</sheetData>\(after)"))
  }

  /// Style number n + 1 has the n-th format code.
  package mutating func format(_ codes: [String]) {
    let formats = codes.enumerated().map {
      #"<numFmt numFmtId="\#(164 + $0)" formatCode="\#(Self.escaped($1))"/>"#
    }
    let styles = codes.indices.map { #"<xf numFmtId="\#(164 + $0)"/>"# }
    self.styles = """
      <styleSheet xmlns="\(main)"><numFmts>\(formats.joined())</numFmts>\
      <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/>\(styles.joined())</cellXfs></styleSheet>
      """
  }

  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;").replacing("<", with: "&lt;")
  }

  package var entries: [ZipMaker.Entry] {
    let list = sheets.enumerated().map { index, sheet in
      #"<sheet name="\#(sheet.name)" sheetId="\#(index + 1)" r:id="rId\#(index + 1)" \#(sheet.attributes)/>"#
    }
    var links = sheets.indices.map {
      #"<Relationship Id="rId\#($0 + 1)" Type="\#(relationship)/worksheet" Target="worksheets/sheet\#($0 + 1).xml"/>"#
    }
    if sharedStrings != nil {
      links.append(
        #"<Relationship Id="t" Type="\#(relationship)/sharedStrings" Target="/xl/sharedStrings.xml"/>"#)
    }
    if styles != nil {
      links.append(#"<Relationship Id="s" Type="\#(relationship)/styles" Target="styles.xml"/>"#)
    }
    var entries = [
      ZipMaker.Entry("[Content_Types].xml", "<Types/>"),
      ZipMaker.Entry(
        "_rels/.rels",
        #"<Relationships><Relationship Id="w" Type="\#(relationship)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      ZipMaker.Entry(
        "xl/workbook.xml",
        #"<workbook xmlns="\#(main)" xmlns:r="\#(relationship)"><workbookPr \#(workbookProperties)/><sheets>\#(list.joined())</sheets></workbook>"#
      ),
      ZipMaker.Entry("xl/_rels/workbook.xml.rels", "<Relationships>\(links.joined())</Relationships>"),
    ]
    if let sharedStrings {
      entries.append(.init("xl/sharedStrings.xml", #"<sst xmlns="\#(main)">\#(sharedStrings)</sst>"#))
    }
    if let styles { entries.append(.init("xl/styles.xml", styles)) }
    for (index, sheet) in sheets.enumerated() {
      entries.append(
        .init(
          "xl/worksheets/sheet\(index + 1).xml", #"<worksheet xmlns="\#(main)">\#(sheet.xml)</worksheet>"#))
    }
    return entries
  }

  package var bytes: [UInt8] { ZipMaker.zip(entries) }
}
