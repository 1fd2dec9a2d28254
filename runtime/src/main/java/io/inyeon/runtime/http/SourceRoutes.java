package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Sources and their write keys.
final class SourceRoutes {
  private final SourceDesk read;
  private final SourceDesk written;

  /// @param read of the workspace that is read, which may be a scratch one
  /// @param written of the live one
  SourceRoutes(SourceDesk read, SourceDesk written) {
    this.read = read;
    this.written = written;
  }

  Answer all() {
    var json = new JsonWriter().startObject().startArray("sources");
    read.all().forEach(source -> source(json, source));
    return Answer.json(json.endArray().endObject());
  }

  Answer create(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var source = written.create(NewSource.of(RequestBody.fields(exchange)), author);
    return Answer.json(Status.CREATED_201, source(new JsonWriter(), source));
  }

  Answer rotate(Exchange exchange, String id, String author) throws Refusal, Intake.Unavailable {
    var keep = RequestBody.fields(exchange).get("keepOld");
    if (keep != null && !(keep instanceof Value.Truth)) {
      throw new Refusal(400, "invalid_keep_old", "keepOld is true or false.");
    }
    try {
      return changed(written.rotate(id, !new Value.Truth(false).equals(keep), author));
    } catch (Intake.Unavailable e) {
      throw Refusal.unavailable(e);
    }
  }

  Answer enable(String id, boolean enabled, String author) throws Refusal, Intake.Unavailable {
    return changed(written.enable(id, enabled, author));
  }

  private static Answer changed(@Nullable Source source) throws Refusal {
    if (source == null) {
      throw new Refusal(404, "source_not_found", "There is no source with this id.");
    }
    return Answer.json(source(new JsonWriter(), source));
  }

  private static JsonWriter source(JsonWriter json, Source source) {
    json.startObject()
        .text("id", source.id())
        .text("name", source.name())
        .text("kind", source.kind().name().toLowerCase(Locale.ROOT))
        .truth("enabled", source.enabled())
        .number("party", source.party())
        .truth("trustsProperties", source.trustsProperties())
        .truth("aliasesAnchors", source.aliasesAnchors())
        .time("createdAt", source.createdAt())
        .text("writeKey", source.writeKeys().isEmpty() ? null : source.writeKeys().getFirst())
        .startArray("writeKeys");
    source.writeKeys().forEach(json::item);
    return json.endArray().endObject();
  }
}
