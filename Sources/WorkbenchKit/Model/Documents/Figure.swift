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
  /// In points of the screen, 96 to an inch.
  public var width: Double
  public var height: Double

  public init(kind: Kind, bytes: [UInt8], width: Double, height: Double) {
    self.kind = kind
    self.bytes = bytes
    self.width = width
    self.height = height
  }
}
