package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The transformations in force, ready for use.
///
/// @param version of the document that they come from
public record Transforming(int version, List<Transformation> all) {
  /// None at all.
  public static final Transforming NONE = new Transforming(0, List.of());

  public Transforming {
    all = List.copyOf(all);
  }

  /// The event after all that mean it, one after the other; the same object when nothing changes.
  ///
  /// @param source id of its source
  /// @param call of its endpoint; `null` when the event says it itself
  /// @param at when it arrived, milliseconds since 1970
  public Value.Fields after(String source, @Nullable Call call, Value.Fields event, long at) {
    var made = event;
    for (var each : all) {
      // An earlier one may have given it another name.
      var name = name(call, made);
      if (each.means(source, name)) {
        made = each.after(name, made, at);
      }
    }
    return made;
  }

  /// The name by which an event is meant.
  public static String name(@Nullable Call call, Value.Fields event) {
    var written = event.text("type");
    var type =
        call != null
            ? call.name().toLowerCase(Locale.ROOT)
            : written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
    if (!type.equals("track")) {
      return type;
    }
    var name = event.text("event");
    return name == null ? "" : name;
  }
}
