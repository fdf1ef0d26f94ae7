import KitModel
import Mustache

/// The tags of a template: checked against what there is, since Mustache leaves an unknown name empty without a word.
struct TemplateTags {
  private let lines: [String]
  private let file: String

  init(_ text: String, file: String) {
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    self.file = file
  }

  /// The names of all tags in their order, each once.
  var names: [String] {
    var found: [String] = []
    for line in lines {
      _ = replacingNames(line) { _, name in
        if !found.contains(name) { found.append(name) }
        return name
      }
    }
    return found
  }

  /// The text with all tags replaced.
  func rendered(_ values: [String: TemplateValue], names: [String: String]) throws -> String {
    var faults: [Diagnostic] = []
    let allowed = Self.names(in: values)
    // The parser of Mustache knows names of ASCII letters alone.
    let plain = Dictionary(
      allowed.sorted().enumerated().map { ($1, $1 == "." ? "." : "n\($0)") }, uniquingKeysWith: { $1 })
    var isQuery = false
    var isGrid = false
    let translated = lines.enumerated().map { index, line in
      if line.hasPrefix("```") {
        isQuery = !isQuery && TemplateReader.isQuery(line)
        isGrid = !isGrid && TemplateReader.isGrid(line)
      }
      if line.hasPrefix("```"), line.count > 3 { return line + TemplateReader.lineMark + String(index + 1) }
      if isQuery, line.contains("{{") { faults.append(fault(DocumentMessages.tagInBlock, index)) }
      return replacingNames(line) { sign, name in
        let id = names[name] ?? name
        // The end of a part repeats the name of its beginning.
        if !allowed.contains(id), sign != "/" {
          let known = names.isEmpty ? allowed.subtracting(["."]).sorted() : names.keys.sorted()
          faults.append(
            fault(DocumentMessages.unknownName, index, ["name": name, "names": known.joined(separator: "、")]))
        }
        // A value in a cell must not end it.
        return plain[id].map { isGrid && $0 != "." ? "g" + $0 : $0 } ?? id
      }
    }
    guard faults.isEmpty else { throw Diagnostics(faults) }
    do {
      // Texts are escaped by whoever writes the document, not here.
      let template = try MustacheTemplate(
        string: "{{% CONTENT_TYPE:TEXT}}\n" + translated.joined(separator: "\n"))
      return TemplateValue.withoutMarks(template.render(Self.renamed(values, plain)))
    } catch let error as MustacheTemplate.ParserError {
      // The first line is the one put before the template.
      let line = max(0, error.context.lineNumber - 2)
      throw fault(
        DocumentMessages.templateFault, line,
        ["text": lines.indices.contains(line) ? lines[line] : error.context.line])
    }
  }

  /// The values by the names that the parser knows, and once more as they stand in cells of a block `grid`.
  private static func renamed(_ values: [String: TemplateValue], _ names: [String: String]) -> [String: Any] {
    var result: [String: Any] = [:]
    for (name, value) in values {
      let plain = names[name] ?? name
      if case .items(let items, _) = value {
        let renamed = items.map { self.renamed($0, names) }
        (result[plain], result["g" + plain]) = (renamed, renamed)
      } else {
        result[plain] = value.rendered
        result["g" + plain] = (value.rendered as? String)?.replacing("|", with: "\\|") ?? value.rendered
      }
    }
    return result
  }

  private func fault(_ message: Message, _ line: Int, _ arguments: [String: String] = [:]) -> Diagnostic {
    Diagnostic(message, arguments, in: Location(file: file, row: line + 1))
  }

  private static func names(in values: [String: TemplateValue]) -> Set<String> {
    values.reduce(into: ["."]) { all, pair in
      all.insert(pair.key)
      if case .items(_, let names) = pair.value { all.formUnion(names) }
    }
  }

  /// `line` with the name of each tag as `replace` gives it. What is no proper tag is left to the parser.
  private func replacingNames(_ line: String, _ replace: (_ sign: String, _ name: String) -> String) -> String
  {
    var result = ""
    var rest = line[...]
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      result += rest[..<open.upperBound]
      let inner = rest[open.upperBound..<close.lowerBound]
      let sign = inner.prefix { "#/^&{".contains($0) }
      let name = inner.dropFirst(sign.count).filter { !$0.isWhitespace }
      result += inner.hasPrefix("!") ? String(inner) : sign + replace(String(sign), String(name))
      result += rest[close]
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
