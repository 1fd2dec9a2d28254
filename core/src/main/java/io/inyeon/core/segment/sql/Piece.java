package io.inyeon.core.segment.sql;

/// What a column holds of the values at one path: each kind of value has a column of its own, so
/// that a comparison of unlike types is SQL's NULL, which is *unknown*.
public enum Piece {
  /// A text as it came.
  TEXT("t", "VARCHAR", 1),
  /// A number with 9 places, times 1,000,000,000; see [io.inyeon.core.segment.Decimals9].
  NUMBER("n", "HUGEINT", 2),
  /// Yes or no.
  TRUTH("b", "BOOLEAN", 4),
  /// The scalars of a list, each as [Cell#element] writes it.
  ITEMS("i", "VARCHAR[]", 8),
  /// The first millisecond of the time that a text says.
  TIME("m", "BIGINT", 16),
  /// The day that it says, in the workspace's time zone, as the number 20260131.
  DAY("d", "INTEGER", 32),
  /// True for a value that none of the others can hold: fields, a number that is too large.
  OTHER("x", "BOOLEAN", 64),
  /// True for a text that is too long to be kept as an occurrence's value.
  LONG("l", "BOOLEAN", 128);

  private final String letter;
  private final String type;
  private final int bit;

  Piece(String letter, String type, int bit) {
    this.letter = letter;
    this.type = type;
    this.bit = bit;
  }

  /// Stands for it in a set of pieces; kept in stored data.
  public int bit() {
    return bit;
  }

  /// The end of its column's name.
  public String letter() {
    return letter;
  }

  /// Its column's type in SQL.
  public String type() {
    return type;
  }
}
