package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.Intake.Unavailable;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/// What the house says of a person together with who accounts for it: an event of its own, and
/// documents in state. Both come to be or neither, whenever the process is killed.
///
/// The documents are written down first as what is meant to be (room `avowal`), then the event is
/// said, then the documents take their places and the note goes, in one commit. Whoever starts and
/// finds a note looks whether its event was accepted, and does the rest or forgets it. A note holds
/// nothing of the person's: the event does.
final class Avowals {
  private static final System.Logger LOG = System.getLogger(Avowals.class.getName());
  private static final String ROOM = "avowal";

  private final House house;

  Avowals(House house) {
    this.house = house;
  }

  /// A document and its place.
  record Document(String room, String id, Value.Fields fields) {}

  /// A new messageId for an event that is to be said here.
  static String messageId() {
    return UUID.randomUUID().toString();
  }

  /// Says something, and puts the documents in their places.
  ///
  /// @param source of the house's own
  /// @param messageId the event's
  /// @return why nothing came of it; empty when all did
  List<Violation> avow(
      String source, String messageId, Value.Fields event, List<Document> documents, String author)
      throws Unavailable {
    note(source, messageId, documents, author);
    var problems = house.say(source, event, author);
    if (problems.isEmpty()) {
      settle(messageId, documents, author);
    } else {
      forget(messageId, author);
    }
    return problems;
  }

  /// Writes down what is meant to be.
  void note(String source, String messageId, List<Document> documents, String author)
      throws Unavailable {
    var items = new ArrayList<Value>();
    for (var each : documents) {
      var one = new LinkedHashMap<String, Value>();
      one.put("room", new Value.Text(each.room()));
      one.put("id", new Value.Text(each.id()));
      one.put("fields", each.fields());
      items.add(new Value.Fields(one));
    }
    var fields = new LinkedHashMap<String, Value>();
    fields.put("source", new Value.Text(source));
    fields.put("author", new Value.Text(author));
    fields.put("documents", new Value.Items(items));
    house.enter(saved(author, ROOM, messageId, new Value.Fields(fields)));
  }

  private void settle(String messageId, List<Document> documents, String author)
      throws Unavailable {
    var entries = new ArrayList<Entry>();
    documents.forEach(each -> entries.add(saved(author, each.room(), each.id(), each.fields())));
    entries.add(new Entry.RightsSaved(0, house.now(), author, ROOM, messageId, null));
    house.enterAll(entries);
  }

  private void forget(String messageId, String author) throws Unavailable {
    house.enter(new Entry.RightsSaved(0, house.now(), author, ROOM, messageId, null));
  }

  private Entry saved(String author, String room, String id, Value.Fields fields) {
    return new Entry.RightsSaved(0, house.now(), author, room, id, fields);
  }

  /// Ends what a killed process left half done; what the log cannot take now waits for the next
  /// start.
  void resume() {
    try {
      end();
    } catch (Unavailable e) {
      LOG.log(Level.WARNING, "What the last end left half done waits for the next start", e);
    }
  }

  private void end() throws Unavailable {
    var left = new LinkedHashMap<String, Value.Fields>();
    Records.each(
        house,
        ROOM,
        "",
        (id, fields) -> {
          left.put(id, fields);
          return true;
        });
    for (var each : left.entrySet()) {
      var author = String.valueOf(each.getValue().text("author"));
      var said = said(String.valueOf(each.getValue().text("source")), each.getKey());
      LOG.log(
          Level.INFO,
          said
              ? "What was said before the last end is put on record"
              : "What was not said is forgotten");
      if (said) {
        settle(each.getKey(), documents(each.getValue()), author);
      } else {
        forget(each.getKey(), author);
      }
    }
  }

  private boolean said(String source, String messageId) {
    var number = house.source(source);
    var seen = number < 0 ? null : house.state().read(new Key.Seen(number, messageId));
    return seen != null && seen.accepted();
  }

  private static List<Document> documents(Value.Fields note) {
    var documents = new ArrayList<Document>();
    if (note.get("documents") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Fields one) {
          documents.add(
              new Document(
                  String.valueOf(one.text("room")),
                  String.valueOf(one.text("id")),
                  one.fields("fields")));
        }
      }
    }
    return documents;
  }
}
