package io.inyeon.core.govern;

import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Protocols;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The context that a batch says once for all its events: filled in before anything is changed, and
/// taken out of the edits again, since it is filled in anew whenever the event is read.
public final class Batch {
  private static final String CONTEXT = "/context/";

  private Batch() {}

  /// The event with its batch's context filled in, field by field.
  public static Value.Fields filled(Value.Fields sent, Envelope envelope) {
    var batch = envelope.context().values();
    if (batch.isEmpty()
        || (sent.get("context") != null && !(sent.get("context") instanceof Value.Fields))) {
      return sent;
    }
    var context = new LinkedHashMap<>(batch);
    context.putAll(sent.fields("context").values());
    Protocols.merge(context, sent.fields("context"), envelope.context());
    var whole = new LinkedHashMap<>(sent.values());
    whole.put("context", new Value.Fields(context));
    return new Value.Fields(whole);
  }

  /// Edits of the filled event as edits of the event that was sent.
  static List<Edit> apart(
      List<Edit> edits, Value.Fields sent, Value.Fields counts, Envelope envelope) {
    var batch = envelope.context().values();
    if (batch.isEmpty()) {
      return edits;
    }
    var own = sent.fields("context").values();
    var apart = new ArrayList<Edit>();
    var whole = new LinkedHashSet<String>();
    for (var edit : edits) {
      var name = edit.path().startsWith(CONTEXT) ? Edits.steps(edit.path())[1] : null;
      var taken = edit.value() == null && name != null && batch.containsKey(name);
      if (name != null && (!own.containsKey(name) || (taken && depth(edit) == 2))) {
        whole.add(name);
      } else {
        apart.add(edit);
      }
    }
    for (var name : whole) {
      var value = counts.fields("context").values().get(name);
      // An explicit nothing hides what the batch says.
      apart.add(
          new Edit(Edits.below("/context", name), value == null ? Value.Nothing.NOTHING : value));
    }
    return apart;
  }

  private static int depth(Edit edit) {
    return Edits.steps(edit.path()).length;
  }
}
