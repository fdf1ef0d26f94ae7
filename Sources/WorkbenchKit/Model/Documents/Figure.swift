extension Document {
  /// A picture in a document.
  public struct Figure: Sendable {
    public var picture: Picture
    /// The same as points, for writers that cannot draw; nil where `picture` itself is made of points, or there is none.
    public var raster: Picture?
    /// What it shows, for those who cannot see it. It stands in its place where it cannot be shown.
    public var alternative: String
    /// Below the picture.
    public var caption: String?
    /// As wide as this; nil: as wide as the picture says, at most the type area.
    public var millimetres: Double?

    public init(
      _ picture: Picture, raster: Picture? = nil, alternative: String, caption: String? = nil,
      millimetres: Double? = nil
    ) {
      self.picture = picture
      self.raster = raster
      self.alternative = alternative
      self.caption = caption
      self.millimetres = millimetres
    }
  }
}

/// The bytes of a picture that was looked at and found whole.
public struct Picture: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable { case png, jpeg, svg }

  public var kind: Kind
  public var bytes: [UInt8]
  /// As it is shown, in points of the screen, 96 to an inch.
  public var width: Double
  public var height: Double
  /// How what lies in the file is turned to be shown.
  public var turn = Turn.none

  /// The way from the rows of points in a file to what is to be seen: mirrored left to right, then turned clockwise. A
  /// camera that was held on its side notes it (Exif, tag 274).
  public struct Turn: Hashable, Sendable {
    public var isMirrored: Bool
    /// Of 90 degrees each.
    public var quarters: Int

    public init(isMirrored: Bool = false, quarters: Int = 0) {
      self.isMirrored = isMirrored
      self.quarters = quarters
    }

    public static let none = Turn()

    public var isOnItsSide: Bool { quarters % 2 == 1 }
  }

  public init(kind: Kind, bytes: [UInt8], width: Double, height: Double) {
    self.kind = kind
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
