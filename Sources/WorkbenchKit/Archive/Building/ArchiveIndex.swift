import KitDocuments
import KitFormats
import KitModel
import KitStore
import KitWorkspace

/// 卷内目录: what is missing first, then every file with number, title, day, author, pages, retention and hash.
struct ArchiveIndex {
  let folder: ArchiveFolder
  let title: String
  let language: UILanguage

  var document: Document {
    var document = Document()
    document.blocks = [.heading(title, level: 1)]
    if !folder.gaps.isEmpty {
      document.blocks.append(.table(gaps, title: ArchiveWords.gaps.text(language)))
    }
    document.blocks += [
      .section(.init(isLandscape: true)),
      .table(table(isFull: false), title: ArchiveWords.list.text(language)),
    ]
    return document
  }

  /// The list as a workbook has it, with whole hashes.
  var workbook: Document {
    var document = Document()
    document.blocks = [.heading(title, level: 1)]
    if !folder.gaps.isEmpty {
      document.blocks.append(.table(gaps, title: ArchiveWords.gaps.text(language)))
    }
    document.blocks.append(.table(table(isFull: true), title: ArchiveWords.list.text(language)))
    return document
  }

  /// In the form that `sha256sum --check` reads.
  /// - Parameter lists: The lists themselves, by their names in the folder.
  func sums(with lists: [(file: String, bytes: [UInt8])]) -> String {
    let all =
      folder.items.map { ($0.sha256, $0.file) } + lists.map { (FileDigest(of: $0.bytes).sha256, $0.file) }
    return all.map { "\($0)  \($1)\n" }.joined()
  }

  var gaps: Table {
    Table(
      columns: zip(["what", "detail"], ArchiveWords.gapColumns).map {
        Column(id: $0, label: $1, type: .text)
      },
      rows: folder.gaps.map { Table.Row([.text($0.what), .text($0.detail)]) })
  }

  private func table(isFull: Bool) -> Table {
    let types: [DataType] = [.integer, .text, .text, .date, .text, .text, .text, .text, .text]
    let ids = ["ordinal", "number", "title", "day", "author", "pages", "retention", "file", "sha256"]
    let columns = ids.indices.map {
      Column(id: ids[$0], label: ArchiveWords.listColumns[$0], type: types[$0])
    }
    return Table(
      columns: columns,
      rows: folder.items.enumerated().map { place, item in
        Table.Row([
          .integer(Int64(place + 1)), item.number.map(Value.text) ?? .null, .text(item.title),
          item.day.map(Value.date) ?? .null, item.author.map(Value.text) ?? .null,
          .text(extent(item)), .text(item.retention.rawValue), .text(item.file),
          .text(isFull ? item.sha256 : String(item.sha256.prefix(16))),
        ])
      })
  }

  /// Pages, of a workbook its sheets; of other files that they are one piece.
  private func extent(_ item: ArchiveItem) -> String {
    switch item.extent {
    case .pages(let count): ArchiveWords.pages(count, language)
    case .sheets(let count): ArchiveWords.sheets(count, language)
    case .piece: ArchiveWords.onePiece.text(language)
    }
  }

  /// Parts with how much they hold, for the screen.
  var summary: Table {
    var parts: [(name: String, files: Int, pages: Int, retention: String)] = []
    for item in folder.items {
      let pages = if case .pages(let count) = item.extent { count } else { 0 }
      if let place = parts.firstIndex(where: { $0.name == item.part }) {
        parts[place].files += 1
        parts[place].pages += pages
      } else {
        parts.append((item.part, 1, pages, item.retention.rawValue))
      }
    }
    let types: [DataType] = [.text, .integer, .integer, .text]
    let columns = zip(zip(["part", "files", "pages", "retention"], ArchiveWords.summaryColumns), types).map {
      Column(id: $0.0, label: $0.1, type: $1)
    }
    return Table(
      columns: columns,
      rows: parts.map { part in
        Table.Row([
          .text(part.name), .integer(Int64(part.files)), part.pages > 0 ? .integer(Int64(part.pages)) : .null,
          .text(part.retention),
        ])
      })
  }
}
