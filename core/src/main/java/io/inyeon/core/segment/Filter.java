package io.inyeon.core.segment;

import java.util.List;

/// Which events: those of a name whose properties are all such.
///
/// @param event of a track its event's name; of any other call the call's, in lower case
/// @param where what must hold of its properties; never anything that depends on the present time
///   or the time zone, since it is asked once, when the event comes
public record Filter(String event, List<Where> where) {
  public Filter {
    where = List.copyOf(where);
    for (var each : where) {
      if (!each.operator.timeless()) {
        throw new IllegalArgumentException("a filter that depends on when it is asked: " + each);
      }
    }
  }

  /// Something that must hold of a property.
  public record Where(FieldPath property, Operator operator) {}
}
