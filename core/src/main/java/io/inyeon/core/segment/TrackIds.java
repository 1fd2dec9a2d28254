package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Names tracks by what they are: the first 8 bytes of the SHA-256 of a canonical text.
final class TrackIds {
  private TrackIds() {}

  static long of(Track track, Reach reach) {
    var text = new StringBuilder();
    part(text, reach.name());
    part(text, track.role().name());
    part(text, track.filter().event());
    var property = track.property();
    if (property != null) {
      path(text, property);
    }
    for (var where : track.filter().where()) {
      text.append('?');
      path(text, where.property());
      value(text, ConditionWriter.operator(where.operator()));
    }
    return hash(text);
  }

  /// The first 8 bytes of a text's SHA-256.
  static long hash(CharSequence text) {
    try {
      var hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      var id = 0L;
      for (var i = 0; i < Long.BYTES; i++) {
        id = (id << 8) | (hash[i] & 0xFF);
      }
      return id;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static void path(StringBuilder text, FieldPath path) {
    path.names().forEach(name -> part(text, name));
    text.append('/');
  }

  static void value(StringBuilder text, Value value) {
    switch (value) {
      case Value.Text(var characters) -> part(text.append('t'), characters);
      case Value.Decimal(var number) -> part(text.append('n'), number.toPlainString());
      case Value.Truth(var truth) -> text.append(truth ? 'y' : 'f');
      case Value.Time(var time) -> part(text.append('i'), time.toString());
      case Value.Nothing _ -> text.append('0');
      case Value.Items(var items) -> {
        text.append('[');
        items.forEach(item -> value(text, item));
        text.append(']');
      }
      case Value.Fields(var fields) -> {
        text.append('{');
        fields.forEach((name, each) -> value(part(text, name), each));
        text.append('}');
      }
    }
  }

  static StringBuilder part(StringBuilder text, String part) {
    return text.append(part.length()).append(':').append(part);
  }
}
