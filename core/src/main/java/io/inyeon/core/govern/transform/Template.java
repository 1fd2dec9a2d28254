package io.inyeon.core.govern.transform;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A text with places of the event in it: `{/properties/sku} in {/properties/size}`. A brace itself
/// is written twice. Nothing is computed.
record Template(List<Part> parts) {
  private static final int LONGEST = 4_000;
  private static final int LONGEST_RESULT = 8_000;

  Template {
    parts = List.copyOf(parts);
  }

  /// Some characters, or what stands at a place.
  record Part(String text, @Nullable Place place) {}

  /// Reads a template; `null` when it is none.
  static @Nullable Template of(String written) {
    if (written.length() > LONGEST) {
      return null;
    }
    var parts = new ArrayList<Part>();
    var text = new StringBuilder();
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if ((c == '{' || c == '}') && written.startsWith(String.valueOf(c), i + 1)) {
        text.append(c);
        i++;
      } else if (c == '{') {
        var end = written.indexOf('}', i);
        var place = end < 0 ? null : Place.of(written.substring(i + 1, end));
        if (place == null || !place.single()) {
          return null;
        }
        parts.add(new Part(text.toString(), null));
        text.setLength(0);
        parts.add(new Part("", place));
        i = end;
      } else if (c == '}') {
        return null;
      } else {
        text.append(c);
      }
    }
    parts.add(new Part(text.toString(), null));
    return new Template(parts);
  }

  /// The text for an event; `null` when one of its places has nothing that can be said in a text.
  @Nullable Value in(Value.Fields event) {
    var text = new StringBuilder();
    for (var part : parts) {
      var place = part.place();
      if (place == null) {
        text.append(part.text());
        continue;
      }
      var value = place.in(event);
      if (value == null || !(Casts.text(value) instanceof Value.Text(var written))) {
        return null;
      }
      text.append(written);
      if (text.length() > LONGEST_RESULT) {
        return null;
      }
    }
    return new Value.Text(text.toString());
  }
}
