package io.inyeon.runtime.access;

import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.AccessDesk.Filter;
import io.inyeon.runtime.http.AccessDesk.Read;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Arrays;

/// One read as a line of JSON. JSON writes the end of a line within a text as an escape, so a line
/// is one read.
final class AccessLine {
  private AccessLine() {}

  static byte[] of(Read read) {
    var json =
        new JsonWriter()
            .startObject()
            .time("at", read.at())
            .text("actor", read.actor())
            .text("key", read.keyId())
            .truth("session", read.session())
            .text("from", read.from())
            .text("what", read.what())
            .startArray("fields");
    read.fields().forEach(json::item);
    json.endArray().startArray("people");
    read.people().forEach(json::item);
    json.endArray().number("count", read.count());
    if (!read.scope().isEmpty()) {
      json.text("scope", read.scope());
    }
    var bytes =
        json.text("purpose", read.purpose())
            .text("task", read.task())
            .text("reason", read.reason())
            .truth("download", read.download())
            .text("request", read.requestId())
            .endObject()
            .bytes();
    var line = Arrays.copyOf(bytes, bytes.length + 1);
    line[bytes.length] = '\n';
    return line;
  }

  /// When it happened; 0 when it does not say.
  static long at(Value.Fields read) {
    var at = read.text("at");
    var millis = at == null ? Timestamps.UNREADABLE : Timestamps.read(at);
    return millis == Timestamps.UNREADABLE ? 0 : millis;
  }

  static boolean wanted(Value.Fields read, long from, long to, Filter filter) {
    var at = at(read);
    return at >= from
        && at <= to
        && (filter.actor() == null || filter.actor().equals(read.text("actor")))
        && (filter.person() == null || names(read, filter.person()));
  }

  private static boolean names(Value.Fields read, String person) {
    return read.get("people") instanceof Value.Items(var people)
        && people.contains(new Value.Text(person));
  }
}
