import Foundation
import Testing

@testable import KitModel

/// Pieces of work that two threads share.
@Suite struct SharedPiecesTests {
  private struct Broken: Error {}

  @Test(arguments: [0, 1, 2, 7, 1000]) func eachPieceIsDoneOnce(count: Int) throws {
    let shared = SharedPieces((0..<count).map { place in { place } })
    let other = Ahead { Result { try shared.work(from: .back) } }
    let front = try shared.work(from: .front)
    let back = try #require(other.taken()).get()
    #expect(front == Array(front.indices))
    #expect(back == Array(((count - back.count)..<count).reversed()))
    #expect(front.count + back.count == count)
  }

  @Test func oneThreadAloneDoesAll() throws {
    let shared = SharedPieces((0..<5).map { place in { place } })
    #expect(try shared.work(from: .back) == [4, 3, 2, 1, 0])
    #expect(try shared.work(from: .front).isEmpty)
  }

  /// What one thread meets ends the work of the other, too.
  @Test func nothingIsBegunAfterAFault() throws {
    let shared = SharedPieces<Int>([{ 0 }, { throw Broken() }, { 2 }])
    #expect(throws: Broken.self) { try shared.work(from: .front) }
    #expect(try shared.work(from: .back).isEmpty)
  }
}
