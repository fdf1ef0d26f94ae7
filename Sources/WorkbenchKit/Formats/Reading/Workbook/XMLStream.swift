import CXML2
import Glibc
import KitModel

/// What a part of a workbook is read by: called for each element and text as they come.
package protocol XMLHandler: AnyObject {
  /// A name is the local name of an element, without its namespace's prefix.
  func start(_ name: UnsafePointer<UInt8>, _ attributes: XMLAttributes)
  func end(_ name: UnsafePointer<UInt8>)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of an element, alive only while its start is handled.
package struct XMLAttributes {
  fileprivate let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let count: Int

  /// Calls `body` with the local name and the bytes of the value of each attribute.
  @inline(__always)
  package func forEach(_ body: (UnsafePointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
    guard let base else { return }
    for index in 0..<count {
      // Five pointers each: local name, prefix, namespace, begin and end of the value.
      guard let name = base[index * 5], let begin = base[index * 5 + 3], let end = base[index * 5 + 4] else {
        continue
      }
      body(name, UnsafeBufferPointer(start: begin, count: end - begin))
    }
  }

  /// The value of the attribute of that local name.
  package subscript(_ wanted: StaticString) -> String? {
    var found: String?
    forEach { name, value in
      if found == nil && XMLName.equals(name, wanted) { found = String(decoding: value, as: UTF8.self) }
    }
    return found
  }
}

/// Names of elements and attributes as libxml2 gives them.
package enum XMLName {
  @inline(__always)
  package static func equals(_ name: UnsafePointer<UInt8>, _ wanted: StaticString) -> Bool {
    strcmp(
      UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self),
      UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
  }
}

/// libxml2's push parser: bytes go in, the handler is called. A document type is refused at once, so no
/// entity can ever be declared; nothing is loaded from anywhere.
package final class XMLStream {
  private let context: xmlParserCtxtPtr
  fileprivate let handler: any XMLHandler
  private let file: String
  private let part: String
  private var sawDocumentType = false

  /// `file` and `part` are named in diagnostics.
  package init(handler: any XMLHandler, file: String, part: String) throws {
    self.handler = handler
    self.file = file
    self.part = part
    var sax = Self.callbacks()
    guard let context = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else {
      throw Diagnostic(FileMessages.unreadable, ["file": file].merging(SystemReason.arguments(ENOMEM)) { $1 })
    }
    self.context = context
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
  }

  deinit { xmlFreeParserCtxt(context) }

  /// Parses what comes next; throws where it is not well-formed.
  package func feed(_ bytes: UnsafeRawBufferPointer) throws {
    guard bytes.count > 0 else { return }
    let chunk = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
    try check(xmlParseChunk(context, chunk, Int32(clamping: bytes.count), 0))
  }

  /// Ends the document; throws if something is still open.
  package func finish() throws { try check(xmlParseChunk(context, nil, 0, 1)) }

  /// Parses a whole part.
  static func parse(_ part: ZipPart, file: String, handler: any XMLHandler) throws {
    let stream = try XMLStream(handler: handler, file: file, part: part.name)
    try part.forEachChunk {
      try stream.feed($0)
      return true
    }
    try stream.finish()
  }

  fileprivate func refuseDocumentType() {
    sawDocumentType = true
    xmlStopParser(context)
  }

  private func check(_ code: Int32) throws {
    if sawDocumentType {
      throw Diagnostic(
        WorkbookMessages.documentType, ["file": file, "part": part], in: Location(file: file))
    }
    guard code != 0 || context.pointee.wellFormed == 0 else { return }
    // Warnings of namespaces leave the document well-formed.
    guard context.pointee.wellFormed == 0 else { return }
    let line = xmlCtxtGetLastError(context).map { Int($0.pointee.line) } ?? 1
    throw Diagnostic(
      WorkbookMessages.brokenXML, ["file": file, "part": part, "line": String(max(1, line))],
      in: Location(file: file))
  }

  private static func callbacks() -> xmlSAXHandler {
    xmlInitParser()
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      guard let name else { return }
      stream(data)?.handler.start(name, XMLAttributes(base: attributes, count: Int(count)))
    }
    sax.endElementNs = { data, name, _, _ in
      guard let name else { return }
      stream(data)?.handler.end(name)
    }
    let text: charactersSAXFunc = { data, characters, count in
      stream(data)?.handler.text(UnsafeBufferPointer(start: characters, count: Int(count)))
    }
    sax.characters = text
    sax.ignorableWhitespace = text
    sax.cdataBlock = text
    sax.internalSubset = { data, _, _, _ in
      stream(data)?.refuseDocumentType()
    }
    // Errors are asked for afterwards; without this libxml2 would print them.
    sax.serror = { _, _ in }
    return sax
  }
}

/// The stream that the parser calls for: C callbacks carry nothing but this pointer.
private func stream(_ data: UnsafeMutableRawPointer?) -> XMLStream? {
  data.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
}
