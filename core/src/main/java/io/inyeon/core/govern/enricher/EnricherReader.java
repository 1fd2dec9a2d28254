package io.inyeon.core.govern.enricher;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.EventConditions;
import io.inyeon.core.govern.enricher.Enricher.Pick;
import io.inyeon.core.govern.enricher.Enricher.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads an enricher that an operator wrote, and finds all that is wrong with it at once.
///
/// ```
/// {"name": "Companies", "status": "active", "sources": ["src_1"], "events": ["Signed Up"],
///  "when": {condition of one event},
///  "purpose": "profiling", "recipient": "Example Data Inc.", "party": "third",
///  "request": {"method": "GET", "url": "https://api.example.com/v1/companies/{/traits/domain}",
///     "headers": {"Accept": "application/json"}, "secretHeaders": ["Authorization"],
///     "body": {"domain": "/traits/domain", "plan": "/profile/traits/plan",
///       "spent": "/profile/computed/spent_90d"}},
///  "answer": [{"from": "/company/name", "to": "company_name"}],
///  "limits": {"perSecond": 10, "concurrency": 4, "timeoutMs": 5000, "answerKb": 64,
///     "attempts": 5},
///  "cache": {"ttlSeconds": 86400, "missingTtlSeconds": 3600, "maxMb": 64},
///  "circuit": {"failures": 5, "pauseSeconds": 60}}
/// ```
public final class EnricherReader {
  /// What an id looks like.
  public static final String ID = "[a-z0-9][a-z0-9_-]{0,49}";

  private static final String HEADER = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";
  private static final String HEADER_VALUE = "[\\x20-\\x7e]{0,1000}";
  private static final int MOST_PICKS = 50;
  private static final int MOST_FIELDS = 50;
  private static final int MOST_HEADERS = 30;

  /// What the connection itself says.
  private static final Set<String> OWN_HEADERS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "content-type",
          "transfer-encoding",
          "te",
          "trailer",
          "upgrade",
          "expect",
          "accept-encoding",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection");

  /// Headers that are secrets wherever they occur.
  private static final String SECRET =
      "authorization|cookie|.*(token|secret|api-?key|password|credential).*";

  private static final Set<String> SECTIONS =
      Set.of(
          "userId",
          "anonymousId",
          "groupId",
          "event",
          "name",
          "category",
          "timestamp",
          "messageId",
          "type",
          "properties",
          "traits",
          "context",
          "integrations");

  private final EventConditions conditions;
  private final List<Violation> problems = new ArrayList<>();

  private EnricherReader(EventConditions conditions) {
    this.conditions = conditions;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// It can be used.
    record Good(Enricher enricher) implements Reading {}

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a definition.
  public static Reading read(
      String id, int version, Value.Fields written, EventConditions conditions) {
    var reader = new EnricherReader(conditions);
    var read = reader.enricher(id, version, written);
    return read == null || !reader.problems.isEmpty()
        ? new Reading.Bad(reader.problems)
        : new Reading.Good(read);
  }

  private void problem(String code, String path, @Nullable Value found) {
    problems.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }

  private void known(Value.Fields one, String path, String... names) {
    for (var name : one.values().keySet()) {
      if (!Set.of(names).contains(name)) {
        problem("unknown_field", path + "/" + name, null);
      }
    }
  }

  private @Nullable Enricher enricher(String id, int version, Value.Fields written) {
    if (!id.matches(ID)) {
      problem("invalid_id", "/id", new Value.Text(id));
    }
    known(
        written,
        "",
        "name",
        "status",
        "sources",
        "events",
        "when",
        "purpose",
        "recipient",
        "party",
        "request",
        "answer",
        "limits",
        "cache",
        "circuit");
    var name = text(written, "name", 200);
    var status = status(written.get("status"));
    var sources = texts(written, "sources");
    var events = texts(written, "events");
    EventConditions.Test when = null;
    var condition = written.get("when");
    if (condition != null) {
      switch (conditions.read(condition, "/when")) {
        case EventConditions.Read.Good(var test) -> when = test;
        case EventConditions.Read.Bad(var bad) -> problems.addAll(bad);
      }
    }
    if (events.isEmpty() && when == null) {
      problem("events_or_when", "/events", null);
    }
    var purpose = text(written, "purpose", 100);
    var recipient = text(written, "recipient", 200);
    var party = party(written.get("party"));
    var request = request(object(written, "request", true));
    var picks = picks(written.get("answer"));
    var limits =
        limits(
            object(written, "limits", false),
            object(written, "cache", false),
            object(written, "circuit", false));
    return name == null || purpose == null || recipient == null || request == null
        ? null
        : new Enricher(
            id, version, name, status, sources, events, when, purpose, recipient, party, request,
            picks, limits);
  }

  private @Nullable String text(Value.Fields one, String name, int longest) {
    var written = one.get(name);
    if (written == null) {
      problem("missing_value", "/" + name, null);
      return null;
    }
    if (written instanceof Value.Text(var text) && !text.isBlank() && text.length() <= longest) {
      return text;
    }
    problem("not_a_text", "/" + name, written);
    return null;
  }

  private Status status(@Nullable Value written) {
    switch (written) {
      case null -> {
        return Status.DRAFT;
      }
      case Value.Text(var text) -> {
        for (var status : Status.values()) {
          if (status.name().toLowerCase(Locale.ROOT).equals(text)) {
            return status;
          }
        }
      }
      default -> {}
    }
    problem("unknown_word", "/status", written);
    return Status.DRAFT;
  }

  private int party(@Nullable Value written) {
    var text = written instanceof Value.Text(var said) ? said : null;
    if (written == null || "third".equals(text)) {
      return 3;
    }
    if ("first".equals(text) || "second".equals(text)) {
      return "first".equals(text) ? 1 : 2;
    }
    problem("unknown_word", "/party", written);
    return 3;
  }

  private Set<String> texts(Value.Fields one, String name) {
    var texts = new LinkedHashSet<String>();
    var written = one.get(name);
    if (written == null) {
      return texts;
    }
    if (!(written instanceof Value.Items(var items)) || items.size() > 500) {
      problem("not_a_list", "/" + name, written);
      return texts;
    }
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Text(var text) && !text.isBlank()) {
        texts.add(text);
      } else {
        problem("not_a_text", "/" + name + "/" + i, items.get(i));
      }
    }
    return texts;
  }

  private Value.@Nullable Fields object(Value.Fields one, String name, boolean needed) {
    var written = one.get(name);
    if (written instanceof Value.Fields fields) {
      return fields;
    }
    if (written != null) {
      problem("not_an_object", "/" + name, written);
    } else if (needed) {
      problem("missing_value", "/" + name, null);
    }
    return null;
  }

  // ---- what is asked

  private @Nullable RequestForm request(Value.@Nullable Fields one) {
    if (one == null) {
      return null;
    }
    known(one, "/request", "method", "url", "headers", "secretHeaders", "body");
    var method = one.get("method");
    var post = new Value.Text("POST").equals(method);
    if (!post && method != null && !new Value.Text("GET").equals(method)) {
      problem("unknown_word", "/request/method", method);
    }
    var target = one.get("url") instanceof Value.Text(var url) ? Target.of(url) : null;
    if (one.get("url") == null) {
      problem("missing_value", "/request/url", null);
    } else if (target == null) {
      problem("invalid_url", "/request/url", one.get("url"));
    }
    var names = new HashSet<String>();
    var headers = headers(one.get("headers"), names);
    var secrets = secrets(one.get("secretHeaders"), names);
    var body = one.get("body");
    if (post != (body != null)) {
      problem(post ? "missing_value" : "body_of_get", "/request/body", body);
    }
    var fields = body == null ? null : body(body);
    if (target == null) {
      return null;
    }
    for (var place : target.places()) {
      place(place, "/request/url");
    }
    var request = new RequestForm(target, headers, secrets, post ? fields : null);
    if (request.places().isEmpty() && problems.isEmpty()) {
      problem("asks_about_nobody", "/request", null);
    }
    return request;
  }

  private void place(Pointer place, String path) {
    if (PersonPlace.meant(place)
        ? PersonPlace.of(place) == null
        : !SECTIONS.contains(place.steps().getFirst())) {
      problem("unknown_place", path, new Value.Text(place.written()));
    }
  }

  private SequencedMap<String, String> headers(@Nullable Value written, Set<String> names) {
    var headers = new LinkedHashMap<String, String>();
    if (written == null) {
      return headers;
    }
    if (!(written instanceof Value.Fields(var all)) || all.size() > MOST_HEADERS) {
      problem("not_an_object", "/request/headers", written);
      return headers;
    }
    all.forEach((name, value) -> {
      var path = "/request/headers/" + name;
      var plain = name.toLowerCase(Locale.ROOT);
      if (!name.matches(HEADER) || OWN_HEADERS.contains(plain) || !names.add(plain)) {
        problem("invalid_header", path, new Value.Text(name));
      } else if (plain.matches(SECRET)) {
        // Its value is told to nobody, not even here.
        problem("secret_header", path, null);
      } else if (value instanceof Value.Text(var text) && text.matches(HEADER_VALUE)) {
        headers.put(name, text);
      } else {
        problem("invalid_header_value", path, value);
      }
    });
    return headers;
  }

  private List<String> secrets(@Nullable Value written, Set<String> names) {
    var secrets = new ArrayList<String>();
    if (written == null) {
      return secrets;
    }
    if (!(written instanceof Value.Items(var items)) || items.size() > MOST_HEADERS) {
      problem("not_a_list", "/request/secretHeaders", written);
      return secrets;
    }
    for (var i = 0; i < items.size(); i++) {
      var name = items.get(i) instanceof Value.Text(var text) ? text : "";
      var plain = name.toLowerCase(Locale.ROOT);
      if (name.matches(HEADER) && !OWN_HEADERS.contains(plain) && names.add(plain)) {
        secrets.add(name);
      } else {
        problem("invalid_header", "/request/secretHeaders/" + i, items.get(i));
      }
    }
    return secrets;
  }

  private @Nullable SequencedMap<String, Pointer> body(Value written) {
    if (!(written instanceof Value.Fields(var all)) || all.isEmpty() || all.size() > MOST_FIELDS) {
      problem("invalid_body", "/request/body", written);
      return null;
    }
    var body = new LinkedHashMap<String, Pointer>();
    all.forEach((name, from) -> {
      var pointer = from instanceof Value.Text(var text) ? Pointer.of(text) : null;
      if (pointer == null) {
        problem("invalid_pointer", "/request/body/" + name, from);
      } else {
        place(pointer, "/request/body/" + name);
        body.put(name, pointer);
      }
    });
    return body.isEmpty() ? null : body;
  }

  // ---- what is taken

  private List<Pick> picks(@Nullable Value written) {
    var picks = new ArrayList<Pick>();
    if (!(written instanceof Value.Items(var items))
        || items.isEmpty()
        || items.size() > MOST_PICKS) {
      problem(written == null ? "missing_value" : "invalid_answer", "/answer", written);
      return picks;
    }
    var traits = new HashSet<String>();
    for (var i = 0; i < items.size(); i++) {
      var path = "/answer/" + i;
      if (!(items.get(i) instanceof Value.Fields one)) {
        problem("not_an_object", path, items.get(i));
        continue;
      }
      known(one, path, "from", "to");
      var from = one.text("from") == null ? null : Pointer.of(Objects.toString(one.text("from")));
      var to = one.text("to");
      if (from == null) {
        problem("invalid_pointer", path + "/from", one.get("from"));
      }
      if (to == null || to.isBlank() || to.length() > 200) {
        problem("invalid_trait", path + "/to", one.get("to"));
      } else if (Set.of("email", "phone").contains(to.toLowerCase(Locale.ROOT))) {
        // Who is who is never a stranger's word.
        problem("trait_names_people", path + "/to", one.get("to"));
      } else if (!traits.add(to)) {
        problem("twice", path + "/to", one.get("to"));
      } else if (from != null) {
        picks.add(new Pick(from, to));
      }
    }
    return picks;
  }

  private Limits limits(
      Value.@Nullable Fields limits, Value.@Nullable Fields cache, Value.@Nullable Fields circuit) {
    var of = limits == null ? Value.Fields.EMPTY : limits;
    var kept = cache == null ? Value.Fields.EMPTY : cache;
    var broken = circuit == null ? Value.Fields.EMPTY : circuit;
    known(of, "/limits", "perSecond", "concurrency", "timeoutMs", "answerKb", "attempts");
    known(kept, "/cache", "ttlSeconds", "missingTtlSeconds", "maxMb");
    known(broken, "/circuit", "failures", "pauseSeconds");
    return new Limits(
        number(of, "/limits", "perSecond", 10, 1, 1_000),
        number(of, "/limits", "concurrency", 4, 1, 32),
        number(of, "/limits", "timeoutMs", 5_000, 100, 60_000),
        number(of, "/limits", "answerKb", 64, 1, 1_024) << 10,
        number(of, "/limits", "attempts", 5, 1, 10),
        number(kept, "/cache", "ttlSeconds", 86_400, 0, 31_536_000),
        number(kept, "/cache", "missingTtlSeconds", 3_600, 0, 31_536_000),
        (long) number(kept, "/cache", "maxMb", 64, 1, 1_024) << 20,
        number(broken, "/circuit", "failures", 5, 1, 100),
        number(broken, "/circuit", "pauseSeconds", 60, 1, 3_600));
  }

  private int number(Value.Fields one, String path, String name, int usual, int least, int most) {
    var written = one.get(name);
    if (written == null) {
      return usual;
    }
    if (written instanceof Value.Decimal(var number)
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return number.intValue();
    }
    problem("invalid_number", path + "/" + name, written);
    return usual;
  }
}
