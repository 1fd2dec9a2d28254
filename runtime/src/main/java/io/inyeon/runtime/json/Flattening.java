package io.inyeon.runtime.json;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Blanks whatever is nested below a level, so that a parser can read the rest without following.
/// Every byte keeps its place. One pass, whatever the nesting.
final class Flattening {
  private Flattening() {}

  /// A copy in which the containers of this level are empty.
  ///
  /// @param level of the whole document's own container is 1
  /// @return `null` when it is no JSON: brackets do not match
  static byte @Nullable [] flatten(byte[] json, int level) {
    var flat = json.clone();
    // Below the level, whether each open container is an object; the parser checks those above.
    var objects = new BitSet();
    var open = 0;
    var inText = false;
    for (var i = 0; i < json.length; i++) {
      var each = json[i];
      var blank = open >= level;
      if (inText) {
        if (each == '\\') {
          if (blank) {
            flat[i] = ' ';
          }
          i++;
        } else if (each == '"') {
          inText = false;
        }
      } else {
        switch (each) {
          case '"' -> inText = true;
          case '{', '[' -> {
            open++;
            objects.set(open, each == '{');
          }
          case '}', ']' -> {
            if (blank && objects.get(open) != (each == '}')) {
              return null;
            }
            open--;
            if (open < 0) {
              return null;
            }
            blank = open >= level;
          }
          default -> {
            // Anything else stands or falls with the container that it is in.
          }
        }
      }
      if (blank && i < json.length) {
        flat[i] = ' ';
      }
    }
    return flat;
  }
}
