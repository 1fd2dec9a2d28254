package io.inyeon.runtime.json;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Turns the tokens of one document into values, within the limits.
///
/// Nesting is bounded before it is followed: neither the stack nor the parser's own memory grows
/// with what a stranger sends.
final class ValueReader {
  /// Levels that an event may have; the event itself is level 1.
  static final int LEVELS = 64;

  /// Characters that a number may have.
  static final int DIGITS = 1_000;

  private static final int LONG_DIGITS = 18;
  private static final int PATH_CHARACTERS = 500;
  private static final Value.Truth YES = new Value.Truth(true);
  private static final Value.Truth NO = new Value.Truth(false);

  /// Level 65 begins: the document must be flattened first. Costs no stack trace and never leaves
  /// the package.
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooDeep() {
      super("too deep", null, false, false);
    }
  }

  private final JsonParser parser;
  private final boolean flat;
  private int pathStart;
  private @Nullable Violation unfit;

  /// Reads from the parser.
  ///
  /// @param flat whether everything below level 65 was blanked before
  ValueReader(JsonParser parser, boolean flat) {
    this.parser = parser;
    this.flat = flat;
  }

  /// Begins an event of its own.
  ///
  /// @param segments of the path that lead to it from the root
  void begin(int segments) {
    pathStart = segments;
    unfit = null;
  }

  /// Why the event begun last cannot be taken for one; `null` when it can.
  @Nullable Violation unfit() {
    return unfit;
  }

  /// Reads the value that begins with this token.
  ///
  /// @param level that a container has here
  Value read(JsonToken token, int level) {
    return switch (token) {
      case VALUE_STRING -> new Value.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(token);
      case VALUE_TRUE -> YES;
      case VALUE_FALSE -> NO;
      case START_OBJECT -> level > LEVELS ? tooDeep() : fields(level);
      case START_ARRAY -> level > LEVELS ? tooDeep() : items(level);
      case VALUE_NULL -> Value.Nothing.NOTHING;
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("no value begins with " + token);
    };
  }

  /// Passes over the value that begins with this token; not deeper than the limit either.
  void skip(JsonToken token) {
    var open = 0;
    for (var next = token; ; next = parser.nextToken()) {
      if (next.isStructStart()) {
        open++;
        if (open > LEVELS && !flat) {
          throw new TooDeep();
        }
      } else if (next.isStructEnd()) {
        open--;
      }
      if (open == 0) {
        parser.finishToken();
        return;
      }
    }
  }

  private Value fields(int level) {
    Map<String, Value> values = new Members();
    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
      values = Members.with(values, name, read(parser.nextToken(), level + 1));
    }
    return new Value.Fields(values);
  }

  private Value items(int level) {
    List<Value> values = new ArrayList<>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      values.add(read(token, level + 1));
    }
    return new Value.Items(values);
  }

  private Value number(JsonToken token) {
    var length = parser.getStringLength();
    if (token == JsonToken.VALUE_NUMBER_INT && length <= LONG_DIGITS) {
      return new Value.Decimal(BigDecimal.valueOf(parser.getLongValue()));
    }
    var characters = parser.getStringCharacters();
    var offset = parser.getStringOffset();
    if (length > DIGITS) {
      return unfit("number_too_long", new String(characters, offset, 40));
    }
    try {
      return new Value.Decimal(new BigDecimal(characters, offset, length));
    } catch (NumberFormatException _) {
      // The grammar is right, so it can only be the exponent.
      return unfit("number_out_of_range", new String(characters, offset, length));
    }
  }

  private Value tooDeep() {
    if (!flat) {
      throw new TooDeep();
    }
    var nothing = unfit("too_deep", "");
    parser.skipChildren();
    return nothing;
  }

  private Value unfit(String code, String found) {
    if (unfit == null) {
      unfit = new Violation(code, path(), found);
    }
    return Value.Nothing.NOTHING;
  }

  /// Where the parser is, as a JSON Pointer from the event.
  private String path() {
    var path = parser.streamReadContext().pathAsPointer().toString();
    var start = 0;
    for (var i = 0; i < pathStart; i++) {
      start = path.indexOf('/', start + 1);
    }
    var own = start < 0 ? "" : path.substring(start);
    return own.length() <= PATH_CHARACTERS ? own : own.substring(0, PATH_CHARACTERS);
  }
}
