import Foundation
import KitModel
import Testing

@testable import PluginAPI

/// Libraries are looked at without being loaded; nothing in a file can stop the workbench.
@Suite struct LibraryCheckTests {
  private func fault(of bytes: [UInt8]) throws -> Message? {
    let file = FileManager.default.temporaryDirectory.appending(path: "lib-\(UUID().uuidString).so")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try PluginLibrary(path: file.path, name: "X").check()
      return nil
    } catch {
      return error.message
    }
  }

  /// A 64-bit little-endian ELF file with one section beside the table of names.
  static func elf(section: String, content: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    let names = [0] + Array(".shstrtab".utf8) + [0] + Array(section.utf8) + [0]
    let contentStart = 64 + names.count
    let tableStart = contentStart + content.count
    func entry(name: Int, start: Int, size: Int) -> [UInt8] {
      little(name, 4) + little(1, 4) + little(0, 16) + little(start, 8) + little(size, 8) + little(0, 24)
    }
    var header: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 2, 1] + little(0, 34)
    header += little(tableStart, 8) + little(0, 10) + little(64, 2) + little(3, 2) + little(1, 2)
    return header + names + content + entry(name: 0, start: 0, size: 0)
      + entry(name: 1, start: 64, size: names.count)
      + entry(name: 11, start: contentStart, size: content.count)
  }

  static var stamp: [UInt8] {
    BuildStamp.current.words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  }

  @Test func aLibraryOfThisWorkbenchPasses() throws {
    #expect(BuildStamp.current.words.count == 4 && Set(BuildStamp.current.words).count == 4)
    #expect(try fault(of: Self.elf(section: "dudao_stamp", content: Self.stamp)) == nil)
  }

  @Test func anotherStampIsRefused() throws {
    var other = Self.stamp
    other[31] ^= 1
    #expect(try fault(of: Self.elf(section: "dudao_stamp", content: other)) == PluginMessages.stampOther)
  }

  @Test func aLibraryWithoutStampIsRefused() throws {
    #expect(
      try fault(of: Self.elf(section: "dudao_other", content: Self.stamp)) == PluginMessages.stampMissing)
    #expect(try fault(of: Self.elf(section: "dudao_stamp", content: [1, 2])) == PluginMessages.stampMissing)
  }

  @Test func whatIsNoLibraryIsRefused() throws {
    #expect(try fault(of: []) == PluginMessages.notALibrary)
    #expect(try fault(of: Array("#!/bin/sh\n".utf8)) == PluginMessages.notALibrary)
  }

  @Test func noByteOfTheHeadersCanStopTheCheck() throws {
    let whole = Self.elf(section: "dudao_stamp", content: Self.stamp)
    for place in whole.indices {
      for value: UInt8 in [0, 0x7F, 0xFF] where whole[place] != value {
        var damaged = whole
        damaged[place] = value
        _ = try fault(of: damaged)
      }
    }
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(try fault(of: Array(whole.prefix(length))) == PluginMessages.notALibrary)
    }
  }
}
