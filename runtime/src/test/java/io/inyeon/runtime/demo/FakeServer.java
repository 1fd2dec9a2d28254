package io.inyeon.runtime.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.core.collect.Value.Items;
import io.inyeon.core.collect.Value.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/// A second, simple opinion on what the API does: it takes events, judges them by a few rules, and
/// takes everybody who was ever seen together for one person.
final class FakeServer implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, String> sourceOfKey = new HashMap<>();
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Set<String> paths = new TreeSet<>();
  private final int forgets;
  private int busy;
  private int position;

  /// Starts it.
  ///
  /// @param forgets how many good events it loses
  /// @param busy how many requests it refuses as overloaded at first
  FakeServer(int forgets, int busy) throws IOException {
    this.forgets = forgets;
    this.busy = busy;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.createContext("/", this::handle);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// The collection endpoints that were used.
  synchronized Set<String> paths() {
    return new TreeSet<>(paths);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    var body = exchange.getRequestBody().readAllBytes();
    if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
    }
    var answer = new StringBuilder();
    int status;
    synchronized (this) {
      if (path.startsWith("/v1/")) {
        status = collect(path, exchange, Answers.read(body), answer);
      } else if (!"Bearer secret".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        status = 401;
      } else if (path.equals("/api/v1/sources")) {
        status = makeSource(answer);
      } else if (path.endsWith("/events")) {
        answer.append("{\"events\":[{\"messageId\":\"m1\",\"name\":\"Signed Up\"}]}");
        status = 200;
      } else if (path.equals("/api/v1/status")) {
        status = status(answer);
      } else {
        status = profile(path, answer);
      }
    }
    var bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private int makeSource(StringBuilder answer) {
    var id = "src" + sourceOfKey.size();
    sourceOfKey.put("key-" + id, id);
    counts.put(id, new HashMap<>());
    answer.append("{\"id\":\"%s\",\"writeKey\":\"key-%s\"}".formatted(id, id));
    return 201;
  }

  private int collect(String path, HttpExchange exchange, Fields request, StringBuilder answer) {
    paths.add(path);
    if (busy > 0) {
      busy--;
      exchange.getResponseHeaders().add("Retry-After", "0");
      return 503;
    }
    var source = sourceOfKey.get(key(exchange, request));
    if (source == null) {
      return 401;
    }
    answer.append("{\"success\":true,\"results\":[");
    var comma = "";
    var events = request.get("batch") instanceof Items(var items) ? items : List.of(request);
    for (var event : events) {
      var outcome = outcome(source, event);
      answer.append(comma).append("{\"status\":\"").append(outcome).append("\"}");
      comma = ",";
      if (position++ >= forgets) {
        counts.computeIfAbsent(source, _ -> new HashMap<>()).merge(outcome, 1, Integer::sum);
      }
    }
    answer.append("],\"position\":\"").append(position).append("\"}");
    return 200;
  }

  private static String key(HttpExchange exchange, Fields request) {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null) {
      return Answers.text(request, "writeKey");
    }
    var word = header.substring(header.indexOf(' ') + 1);
    return header.startsWith("Bearer")
        ? word
        : new String(Base64.getDecoder().decode(word), StandardCharsets.UTF_8).replace(":", "");
  }

  private String outcome(String source, Object body) {
    if (!(body instanceof Fields event)) {
      return "quarantined";
    }
    var identifiers = identifiers(event);
    if (identifiers.isEmpty() || broken(event)) {
      return "quarantined";
    }
    var id = event.text("messageId");
    if (!seen.add(List.of(source, id == null ? event.toString() : id))) {
      return "duplicate";
    }
    for (var each : identifiers) {
      parents.putIfAbsent(each, each);
      parents.put(root(each), root(identifiers.getFirst()));
    }
    return "accepted";
  }

  private static boolean broken(Fields event) {
    var type = Answers.text(event, "type");
    var externals = Answers.list(event.fields("context"), "externalIds");
    try {
      OffsetDateTime.parse(Answers.text(event, "timestamp"));
    } catch (DateTimeException notATime) {
      return true;
    }
    return !Set.of("track", "page", "screen", "identify", "group").contains(type)
        || (type.equals("track") && Answers.text(event, "event").isEmpty())
        || event.get("userId") instanceof Fields
        || event.get("properties") instanceof Text
        || Answers.text(event, "messageId").length() > 100
        || externals.size() > 16
        || event.toString().length() > 32_768;
  }

  private static List<String> identifiers(Fields event) {
    var all = new ArrayList<String>();
    add(all, "user_id", Answers.plain(event.get("userId")));
    add(all, "anonymous_id", Answers.text(event, "anonymousId"));
    if (Answers.text(event, "type").equals("identify")) {
      add(all, "email", Answers.text(event.fields("traits"), "email"));
      add(all, "phone", Answers.text(event.fields("traits"), "phone"));
    }
    var device = event.fields("context").fields("device");
    add(all, Answers.text(device, "type") + ".id", Answers.text(device, "id"));
    add(all, Answers.text(device, "type") + ".idfa", Answers.text(device, "advertisingId"));
    for (var external : Answers.list(event.fields("context"), "externalIds")) {
      add(all, Answers.text(external, "type"), Answers.text(external, "id"));
    }
    return all;
  }

  private static void add(List<String> all, String type, String value) {
    var plain = value.strip().toLowerCase(Locale.ROOT);
    if (!Set.of("", "null", "undefined", "[object object]").contains(plain)
        && !plain.matches("[0-]+")) {
      var digits = plain.replaceAll("[^0-9]", "");
      all.add(
          switch (type) {
            case "phone" -> "phone:+82" + digits.replaceFirst("^(82|0)", "");
            case "email" -> "email:" + plain;
            default -> type + ":" + value;
          });
    }
  }

  private String root(String at) {
    var parent = parents.get(at);
    return parent == null || parent.equals(at) ? at : root(parent);
  }

  private int status(StringBuilder answer) {
    answer.append("{\"sources\":[");
    var comma = "";
    for (var source : counts.entrySet()) {
      var all = new HashMap<>(source.getValue());
      all.put("received", all.values().stream().mapToInt(Integer::intValue).sum());
      answer.append(comma).append("{\"id\":\"").append(source.getKey()).append("\",\"outcomes\":{");
      answer.append("\"dropped\":0");
      for (var count : all.entrySet()) {
        answer.append(",\"").append(count.getKey()).append("\":").append(count.getValue());
      }
      answer.append("}}");
      comma = ",";
    }
    answer.append("]}");
    return 200;
  }

  private int profile(String path, StringBuilder answer) {
    var name =
        URLDecoder.decode(
            path.replace("/api/v1/profiles/", "").replace("/identity", ""), StandardCharsets.UTF_8);
    if (!parents.containsKey(name)) {
      return 404;
    }
    answer.append(
        path.endsWith("/identity")
            ? "{\"links\":[{\"between\":[{\"type\":\"user_id\",\"value\":\"1\"},"
                  + "{\"type\":\"email\",\"value\":\"kim@example.com\"}],\"evidence\":{\"rank\":1,"
                  + "\"firstSeen\":\"2026-09-01T00:00:00Z\",\"messageId\":\"m1\",\"source\":\"src2\",\"count\":4}}],\"spareLinks\":[{}]}"
            : "{\"id\":\"p-"
                + root(name)
                + "\",\"identifiers\":[{\"type\":\"user_id\",\"value\":\"1\",\"firstSeen\":"
                + "\"2026-09-01T00:00:00Z\"}],\"traits\":{\"name\":{\"value\":\"선우현주\",\"source\":"
                + "\"src3\",\"others\":[{}]}},\"events\":{\"total\":3,\"byName\":{\"page\":"
                + "{\"count\":2},\"Product Viewed\":{\"count\":1}}},\"commerce\":{\"orders\":2,"
                + "\"revenue\":34000,\"returns\":0}}");
    return 200;
  }
}
