package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Restrictions;
import io.inyeon.core.unify.Suppressions;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.OwnWord;
import io.inyeon.runtime.http.Page;
import io.inyeon.runtime.http.RightsRecords;
import io.inyeon.runtime.http.Who;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Requests, suppressed addresses and restrictions, each an entry of the log and a document in
/// state; people are named by keyed hashes alone.
final class Records implements RightsRecords {
  private static final String REQUEST = "request";

  /// By whom they are: ids of requests below the keyed hash of the person's identifier.
  private static final String OF_PERSON = "request-of";

  private static final String FILED = "Rights Request Filed";
  private static final String SUPPRESSION = Suppressions.ROOM;
  private static final String RESTRICTION = Restrictions.ROOM;
  private static final int TOGETHER = 500;
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final House house;
  private final Avowals avowals;
  private final Object restricting = new Object();

  Records(House house, Avowals avowals) {
    this.house = house;
    this.avowals = avowals;
  }

  private String hash(Identifier identifier) {
    return ProfileIds.of(house.rules().document().workspaceKey(), identifier).value();
  }

  @Override
  public void accessed(Who who, String reason, String author) throws Unavailable {
    var identifier = house.identifier(who);
    var hash = identifier == null ? "" : hash(identifier);
    var fields = new LinkedHashMap<String, Value>();
    fields.put("subject", text(hash));
    fields.put("reason", text(reason));
    fields.put("author", text(author));
    fields.put("at", whole(house.now()));
    house.enter(
        saved(author, "access", "%s-%011x".formatted(hash, house.now()), new Value.Fields(fields)));
  }

  // ---- requests

  @Override
  public @Nullable Request ask(Wanted wanted, String author) throws Unavailable {
    var identifier = house.identifier(wanted.who());
    var now = house.now();
    var law = wanted.law();
    var by = law != null ? law : house.rules().document().region().equals("KR") ? "pipa" : "gdpr";
    var received = wanted.receivedAt() == null ? now : wanted.receivedAt();
    var id = id("req", now);
    var filed = wanted.words().isBlank() ? "" : Avowals.messageId();
    var request =
        new Request(
            id,
            wanted.kind(),
            identifier == null ? "" : hash(identifier),
            by,
            received,
            received + (by.equals("pipa") ? 10 : 30) * DAY,
            wanted.identityNote().isEmpty() ? State.OPEN : State.VERIFIED,
            wanted.identityNote(),
            "",
            "",
            author,
            0,
            wanted.channel(),
            wanted.about(),
            filed);
    if (!filed.isEmpty()) {
      if (identifier == null || house.state().read(new Key.OfIdentifier(identifier)) == null) {
        return null;
      }
      var properties = new LinkedHashMap<String, Value>();
      properties.put("request", text(id));
      properties.put("kind", text(wanted.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
      properties.put("words", text(wanted.words()));
      var more = new LinkedHashMap<String, Value>();
      more.put("event", text(FILED));
      more.put("properties", new Value.Fields(properties));
      var event = OwnWord.event("track", filed, now, List.of(identifier), more);
      return avowals.avow(OwnSources.RIGHTS, filed, event, documents(request), author).isEmpty()
          ? request
          : null;
    }
    var entries = new ArrayList<Entry>();
    for (var each : documents(request)) {
      entries.add(saved(author, each.room(), each.id(), each.fields()));
    }
    house.enterAll(entries);
    return request;
  }

  /// Where a request stands in state.
  private List<Avowals.Document> documents(Request request) {
    var all = new ArrayList<>(List.of(document(request)));
    if (!request.subject().isEmpty()) {
      var id = request.subject() + "." + request.id();
      all.add(new Avowals.Document(OF_PERSON, id, Value.Fields.EMPTY));
    }
    return all;
  }

  /// A request as it is kept.
  Avowals.Document document(Request request) {
    return new Avowals.Document(REQUEST, request.id(), written(request));
  }

  @Override
  public List<Request> requestsOf(Who who) throws Unavailable {
    return requestsOf(house.part(who).stream().map(this::hash).toList());
  }

  /// Hexadecimal digits of an id: eleven of the time, ten of chance.
  private static final int ID_DIGITS = 21;

  /// A new id, in the order of time.
  static String id(String kind, long now) {
    var random = new byte[5];
    RANDOM.nextBytes(random);
    return "%s_%011x%s".formatted(kind, now, HexFormat.of().formatHex(random));
  }

  @Override
  public @Nullable String words(Request request) throws Unavailable {
    var event = request.filed().isEmpty() ? null : house.said(OwnSources.RIGHTS, request.filed());
    var properties = event == null ? null : event.fields("properties");
    return properties == null ? null : properties.text("words");
  }

  @Override
  public List<Request> requestsOf(Collection<String> subjects) {
    var all = new ArrayList<Request>();
    for (var subject : subjects) {
      eachOf(
          house,
          OF_PERSON,
          subject,
          "req",
          (id, _) -> {
            var request = request(id.substring(subject.length() + 1));
            if (request != null) {
              all.add(request);
            }
            return request != null;
          });
    }
    all.sort(Comparator.comparingLong(Request::receivedAt).thenComparing(Request::id).reversed());
    return all;
  }

  @Override
  public void save(Request request, String author) throws Unavailable {
    house.enter(saved(author, REQUEST, request.id(), written(request)));
  }

  private static Value.Fields written(Request request) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("kind", text(request.kind().name()));
    fields.put("subject", text(request.subject()));
    fields.put("law", text(request.law()));
    fields.put("receivedAt", whole(request.receivedAt()));
    fields.put("dueAt", whole(request.dueAt()));
    fields.put("state", text(request.state().name()));
    fields.put("identityNote", text(request.identityNote()));
    fields.put("outcome", text(request.outcome()));
    fields.put("erasure", text(request.erasure()));
    fields.put("author", text(request.author()));
    fields.put("closedAt", whole(request.closedAt()));
    fields.put("channel", text(request.channel()));
    fields.put("about", text(request.about()));
    fields.put("filed", text(request.filed()));
    return new Value.Fields(fields);
  }

  @Override
  public @Nullable Page<Request> requests(Asked asked, String after, int limit) {
    var queue = RequestQueue.after(after, limit);
    if (queue == null) {
      return null;
    }
    each(
        REQUEST,
        "",
        (id, fields) -> {
          var request = request(id, fields);
          if (asked.holds(request)) {
            queue.add(request);
          }
          return true;
        });
    return queue.page();
  }

  @Override
  public @Nullable Request request(String id) {
    var fields = house.state().read(new Key.OfRights(REQUEST, id));
    return fields == null ? null : request(id, fields);
  }

  private static Request request(String id, Value.Fields fields) {
    return new Request(
        id,
        Kind.valueOf(said(fields, "kind")),
        said(fields, "subject"),
        said(fields, "law"),
        number(fields, "receivedAt"),
        number(fields, "dueAt"),
        State.valueOf(said(fields, "state")),
        said(fields, "identityNote"),
        said(fields, "outcome"),
        said(fields, "erasure"),
        said(fields, "author"),
        number(fields, "closedAt"),
        said(fields, "channel").isEmpty() ? "service" : said(fields, "channel"),
        said(fields, "about"),
        said(fields, "filed"));
  }

  // ---- suppression

  @Override
  public List<@Nullable String> suppress(List<Suppressed> all, String author) throws Unavailable {
    var ids = new ArrayList<@Nullable String>();
    var entries = new ArrayList<Entry>();
    for (var each : all) {
      var identifier = identifier(each.who());
      if (identifier == null) {
        ids.add(null);
        continue;
      }
      var id = Suppressions.id(each.channel(), new ProfileId(hash(identifier)));
      ids.add(id);
      var fields = new LinkedHashMap<String, Value>();
      fields.put("reason", text(each.reason()));
      fields.put("author", text(author));
      fields.put("at", whole(house.now()));
      fields.put("expiresAt", whole(each.expiresAt()));
      entries.add(saved(author, SUPPRESSION, id, new Value.Fields(fields)));
    }
    for (var from = 0; from < entries.size(); from += TOGETHER) {
      house.enterAll(entries.subList(from, Math.min(entries.size(), from + TOGETHER)));
    }
    return ids;
  }

  /// One need not be known to be suppressed.
  private @Nullable Identifier identifier(Who who) {
    return switch (who) {
      case Who.Named(var type, var value) ->
          type.isEmpty() ? null : house.rules().types().normalise(type, value);
      case Who.Id(var id) -> house.state().read(new Key.OfProfile(id));
    };
  }

  @Override
  public List<Suppression> suppressions(String after, int limit) {
    var all = new ArrayList<Suppression>();
    each(
        SUPPRESSION,
        after,
        (id, fields) -> {
          if (!id.equals(after)) {
            all.add(suppression(id, fields));
          }
          return all.size() < limit;
        });
    return all;
  }

  @Override
  public @Nullable Suppression suppressed(String channel, Who who) throws Unavailable {
    var identifier = identifier(who);
    if (identifier == null) {
      return null;
    }
    var id =
        new Suppressions(house.state()::read, house.rules().document().workspaceKey())
            .inForce(channel, identifier, house.part(who), house.now());
    var fields = id == null ? null : house.state().read(new Key.OfRights(SUPPRESSION, id));
    return id == null || fields == null ? null : suppression(id, fields);
  }

  private static Suppression suppression(String id, Value.Fields fields) {
    return new Suppression(
        id,
        Suppressions.channel(id),
        said(fields, "reason"),
        said(fields, "author"),
        number(fields, "at"),
        number(fields, "expiresAt"));
  }

  @Override
  public boolean release(String id, String author) throws Unavailable {
    return remove(SUPPRESSION, id, author);
  }

  // ---- restriction and objection

  @Override
  public Set<String> unknownPurposes(Collection<String> names) {
    var unknown = new TreeSet<String>();
    for (var name : names) {
      if (house.rules().purposes().meant(name) == null) {
        unknown.add(name);
      }
    }
    return unknown;
  }

  private Set<String> keys(Collection<String> names) {
    var keys = new TreeSet<String>();
    for (var name : names) {
      var purpose = house.rules().purposes().meant(name);
      keys.add(purpose == null ? name : purpose.key());
    }
    return keys;
  }

  @Override
  public @Nullable Restriction restrict(
      Who who, List<String> purposes, String reason, String author) throws Unavailable {
    var identifier = house.identifier(who);
    if (identifier == null || house.state().read(new Key.OfIdentifier(identifier)) == null) {
      return null;
    }
    // Held, so that of two objections at one time neither is lost.
    synchronized (restricting) {
      return restrict(identifier, keys(purposes), reason, author);
    }
  }

  /// What is objected to adds up: an objection to one more purpose lifts none.
  private Restriction restrict(
      Identifier identifier, Set<String> objected, String reason, String author)
      throws Unavailable {
    var id = hash(identifier);
    var document = house.state().read(new Key.OfRights(RESTRICTION, id));
    var purposes = new TreeSet<>(objected);
    var since = house.now();
    if (document != null) {
      var known = restriction(id, document);
      purposes.addAll(known.purposes());
      if (objected.isEmpty() || known.purposes().isEmpty()) {
        purposes.clear();
      }
      since = known.at();
    }
    var restriction = new Restriction(id, List.copyOf(purposes), reason, author, since);
    var fields = new LinkedHashMap<String, Value>();
    fields.put("purposes", new Value.Items(purposes.stream().<Value>map(Value.Text::new).toList()));
    fields.put("reason", text(reason));
    fields.put("author", text(author));
    fields.put("at", whole(restriction.at()));
    house.enter(saved(author, RESTRICTION, restriction.id(), new Value.Fields(fields)));
    return restriction;
  }

  @Override
  public List<Restriction> restrictions(boolean automated, String after, int limit) {
    var all = new ArrayList<Restriction>();
    each(
        RESTRICTION,
        after,
        (id, fields) -> {
          var restriction = restriction(id, fields);
          if (!id.equals(after) && (!automated || restriction.automated())) {
            all.add(restriction);
          }
          return all.size() < limit;
        });
    return all;
  }

  @Override
  public List<Restriction> restrictions(Who who) throws Unavailable {
    var all = new ArrayList<Restriction>();
    for (var identifier : house.part(who)) {
      var id = hash(identifier);
      var fields = house.state().read(new Key.OfRights(RESTRICTION, id));
      if (fields != null) {
        all.add(restriction(id, fields));
      }
    }
    return all;
  }

  private static Restriction restriction(String id, Value.Fields fields) {
    var purposes = new ArrayList<String>();
    if (fields.get("purposes") instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var purpose)) {
          purposes.add(purpose);
        }
      }
    }
    return new Restriction(
        id, purposes, said(fields, "reason"), said(fields, "author"), number(fields, "at"));
  }

  @Override
  public boolean lift(String id, String author) throws Unavailable {
    return remove(RESTRICTION, id, author);
  }

  // ---- documents

  private boolean remove(String room, String id, String author) throws Unavailable {
    if (house.state().read(new Key.OfRights(room, id)) == null) {
      return false;
    }
    house.enter(new Entry.RightsSaved(0, house.now(), author, room, id, null));
    return true;
  }

  private Entry saved(String author, String room, String id, Value.Fields document) {
    return new Entry.RightsSaved(0, house.now(), author, room, id, document);
  }

  private void each(String room, String from, BiPredicate<String, Value.Fields> reader) {
    each(house, room, from, reader);
  }

  /// The documents of a room from an id on, until the reader has enough.
  static void each(
      House house, String room, String from, BiPredicate<String, Value.Fields> reader) {
    house
        .state()
        .from(
            new Key.OfRights(room, from),
            (Key<Value.Fields> key, Value.Fields fields) ->
                key instanceof Key.OfRights(var in, var id)
                    && in.equals(room)
                    && reader.test(id, fields));
  }

  /// The documents of a room that are of one person, in the order of time, until the reader has
  /// enough: their ids are the person's hash, a dot, and an id of [#id].
  static void eachOf(
      House house,
      String room,
      String subject,
      String kind,
      BiPredicate<String, Value.Fields> reader) {
    // A shorter id stands before all longer ones, so it begins with one that is as long as they
    // are.
    var prefix = subject + ".";
    each(
        house,
        room,
        prefix + kind + "_" + "0".repeat(ID_DIGITS),
        (id, fields) -> id.startsWith(prefix) && reader.test(id, fields));
  }

  /// A document of a room.
  record Named(String id, Value.Fields fields) {}

  /// The documents of a room that stand before an id, the last first: a walk through the room that
  /// holds no more than are asked for.
  ///
  /// @param before empty for the end
  static List<Named> latest(House house, String room, String before, int most) {
    var held = new ArrayDeque<Named>();
    each(
        house,
        room,
        "",
        (id, fields) -> {
          if (!before.isEmpty() && id.compareTo(before) >= 0) {
            return false;
          }
          held.addFirst(new Named(id, fields));
          if (held.size() > most) {
            held.removeLast();
          }
          return true;
        });
    return List.copyOf(held);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static String said(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  /// A whole number of a document; 0 where there is none.
  static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }
}
