package io.inyeon.core.govern.quality;

import io.inyeon.core.collect.Value;
import java.util.Arrays;

/// What was counted of one field of one day's events of a name.
///
/// Changes; one thread at a time.
public final class FieldCounts {
  /// What a value is; its place is on disk.
  public enum Type {
    TEXT(0),
    NUMBER(1),
    TRUTH(2),
    TIME(3),
    LIST(4),
    OBJECT(5);

    private final int place;

    Type(int place) {
      this.place = place;
    }

    static Type of(Value value) {
      return switch (value) {
        case Value.Text _, Value.Nothing _ -> TEXT;
        case Value.Decimal _ -> NUMBER;
        case Value.Truth _ -> TRUTH;
        case Value.Time _ -> TIME;
        case Value.Items _ -> LIST;
        case Value.Fields _ -> OBJECT;
      };
    }
  }

  private final long[] types;
  private long blank;
  private long violations;
  private final Distinct distinct;

  public FieldCounts() {
    this(new long[Type.values().length], 0, 0, new Distinct());
  }

  /// As they were kept.
  ///
  /// @param types how many values of each type, in the order of [Type]
  /// @param blank how many were null, or texts without a letter
  /// @param violations how often a plan found it wrong
  public FieldCounts(long[] types, long blank, long violations, Distinct distinct) {
    this.types = types.clone();
    this.blank = blank;
    this.violations = violations;
    this.distinct = distinct;
  }

  void add(Value value) {
    if (value == Value.Nothing.NOTHING
        || (value instanceof Value.Text(var text) && text.isBlank())) {
      blank++;
      return;
    }
    var type = Type.of(value);
    types[type.place]++;
    if (type != Type.OBJECT && type != Type.LIST) {
      distinct.add(value);
    }
  }

  void violated() {
    violations++;
  }

  /// Takes in another day.
  void add(FieldCounts other) {
    for (var i = 0; i < types.length; i++) {
      types[i] += other.types[i];
    }
    blank += other.blank;
    violations += other.violations;
    distinct.add(other.distinct);
  }

  /// How many events had a value there.
  public long present() {
    return Arrays.stream(types).sum();
  }

  public long blank() {
    return blank;
  }

  public long violations() {
    return violations;
  }

  public Distinct distinct() {
    return distinct;
  }

  /// How many values were of a type.
  public long of(Type type) {
    return types[type.place];
  }

  /// By type, in the order of [Type].
  public long[] types() {
    return types.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldCounts counts
        && Arrays.equals(types, counts.types)
        && blank == counts.blank
        && violations == counts.violations
        && distinct.equals(counts.distinct);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(types);
  }
}
