package io.inyeon.runtime.enrich;

import static io.inyeon.runtime.enrich.Rows.HASH;
import static io.inyeon.runtime.enrich.Rows.fields;
import static io.inyeon.runtime.enrich.Rows.number;
import static io.inyeon.runtime.enrich.Rows.texts;
import static io.inyeon.runtime.enrich.Rows.whole;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.store.SideStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// Who got what of whom: names of fields, never values.
final class Disclosures {
  private final SideStore store;

  Disclosures(SideStore store) {
    this.store = store;
  }

  /// What was sent of somebody.
  ///
  /// @param hash keyed hash of the identifier by which they are known best
  /// @param position of the event
  /// @param host that was asked; empty for what was sent before this was noted
  record Sent(
      ProfileId hash,
      long at,
      long position,
      String enricher,
      int version,
      String recipient,
      String host,
      String purpose,
      List<String> fields) {}

  private static byte[] sentKey(Sent sent) {
    var end = sent.enricher().getBytes(ISO_8859_1);
    return ByteBuffer.allocate(1 + HASH + 16 + end.length)
        .put((byte) 's')
        .put(sent.hash().value().getBytes(ISO_8859_1))
        .putLong(sent.at())
        .putLong(sent.position())
        .put(end)
        .array();
  }

  List<Sent> sent(ProfileId hash) {
    var all = new ArrayList<Sent>();
    var prefix = ("s" + hash.value()).getBytes(ISO_8859_1);
    Rows.each(
        store,
        prefix,
        prefix,
        (key, value) -> {
          var at = ByteBuffer.wrap(key).position(1 + HASH);
          var fields = fields(value);
          all.add(
              new Sent(
                  hash,
                  at.getLong(),
                  at.getLong(),
                  new String(key, at.position(), at.remaining(), ISO_8859_1),
                  (int) number(fields, "version"),
                  String.valueOf(fields.text("recipient")),
                  Objects.requireNonNullElse(fields.text("host"), ""),
                  String.valueOf(fields.text("purpose")),
                  texts(fields.get("fields"))));
          return true;
        });
    return all;
  }

  static void remove(SideStore.Changes rows, Sent sent) {
    rows.remove(sentKey(sent));
  }

  static void add(SideStore.Changes rows, Sent sent) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("version", whole(sent.version()));
    fields.put("recipient", new Value.Text(sent.recipient()));
    fields.put("host", new Value.Text(sent.host()));
    fields.put("purpose", new Value.Text(sent.purpose()));
    fields.put(
        "fields",
        new Value.Items(sent.fields().stream().map(each -> (Value) new Value.Text(each)).toList()));
    rows.put(sentKey(sent), JsonWriter.bytes(new Value.Fields(fields)));
  }
}
