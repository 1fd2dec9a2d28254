package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.inyeon.runtime.Intake;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// HTTP enrichers over HTTP.
final class EnricherRoutes {
  private final EnricherDesk desk;

  EnricherRoutes(EnricherDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    var first = arguments.isEmpty() ? "" : arguments.getFirst();
    return QualityRoutes.said(
        switch (route) {
          case ENRICHERS -> desk.all();
          case ENRICHER -> desk.one(first);
          case ENRICHER_SAVE ->
              desk.save(
                  first,
                  RequestBody.fields(exchange),
                  Versions.after(exchange.header(HeaderNames.IF_MATCH)),
                  author);
          case ENRICHER_VERSIONS ->
              desk.versions(
                  first,
                  (int) cursor(exchange.parameter("cursor"), Integer.MAX_VALUE),
                  Page.limit(exchange));
          case ENRICHER_VERSION -> desk.version(first, QualityRoutes.number(arguments.getLast()));
          case ENRICHER_SECRETS -> desk.secrets(first, RequestBody.fields(exchange), author);
          case ENRICHER_PREVIEW -> desk.preview(RequestBody.fields(exchange));
          case ENRICHER_FAILURES ->
              desk.failures(first, cursor(exchange.parameter("cursor"), 0), Page.limit(exchange));
          case ENRICHER_RETRY -> desk.retry(first, RequestBody.fields(exchange));
          case ENRICHER_DROP -> desk.drop(first, RequestBody.fields(exchange), author);
          case ENRICHER_DROPS ->
              desk.drops(
                  first,
                  (int)
                      Math.min(
                          Integer.MAX_VALUE,
                          cursor(exchange.parameter("cursor"), Integer.MAX_VALUE)),
                  Page.limit(exchange));
          default -> throw new IllegalArgumentException("not of enrichers: " + route);
        });
  }

  private static long cursor(@Nullable String written, long usual) throws Refusal {
    if (written == null) {
      return usual;
    }
    if (!written.matches("[0-9]{1,18}")) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    return Long.parseLong(written);
  }
}
