package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.Preparing.Step;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.plans.Problems;
import io.inyeon.runtime.plans.Told;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Tries an enricher out on an event on record: what would be asked, secrets masked, and on demand
/// the answer, with the traits that would be set. Nothing is said of anybody. To ask is a use of
/// the person's data as any other: it is decided, paced and recorded in the same way.
final class Trying {
  private static final String MASK = "••••";
  private static final int PART = 2_048;
  private static final int MOST_LOOKED_AT = 50_000;

  private final House house;
  private final Enrichment work;

  Trying(House house, Enrichment work) {
    this.house = house;
    this.work = work;
  }

  Said preview(Enricher enricher, Value.Fields wanted) throws Unavailable {
    var problems = new Problems();
    var at = wanted.get("position");
    if (at != null && !(at instanceof Value.Text(var text) && text.matches("[0-9]{1,18}"))) {
      problems.add("invalid_position", "/position", at);
      return new Said.Wrong("invalid_preview", problems.all());
    }
    try {
      var row =
          at instanceof Value.Text(var text) ? house.row(Long.parseLong(text)) : latest(enricher);
      if (row == null || Preparing.event(house, row) == null) {
        return new Said.Good(new Told().put("sent", new Value.Truth(false)).done());
      }
      return of(enricher, row, new Value.Truth(true).equals(wanted.get("send")));
    } catch (IOException e) {
      throw new Unavailable("archive_unavailable", 5);
    }
  }

  /// The latest event that it would ask about; `null` for none lately.
  private @Nullable Row latest(Enricher enricher) throws IOException {
    var looked = 0;
    for (var to = house.decided(); to > 0 && looked < MOST_LOOKED_AT; to -= PART) {
      var rows = house.archived(to, PART);
      looked += PART;
      for (var row : rows.reversed()) {
        var source = house.source(row.source());
        if (source == null
            || row.name() == null
            || OwnSources.own(source.id())
            || !enricher.maybe(row.name(), source.id())) {
          continue;
        }
        var event = Preparing.event(house, row);
        if (event != null && enricher.wants(row.name(), event, row.at())) {
          return row;
        }
      }
    }
    return null;
  }

  private Said of(Enricher enricher, Row row, boolean send) throws Unavailable {
    var sample =
        new Told()
            .text("position", Long.toString(row.position()))
            .text("messageId", row.messageId())
            .text("event", row.name())
            .time("time", row.time())
            .done();
    var told = new Told().put("sample", sample);
    return switch (work.preparing().of(enricher, row)) {
      case Step.Skip(var reason) ->
          new Said.Good(told.put("sent", new Value.Truth(false)).text("refusal", reason).done());
      case Step.NotReady(var code) ->
          new Said.Good(told.put("sent", new Value.Truth(false)).text("refusal", code).done());
      case Step.Ask ask -> {
        told.put("request", request(enricher, ask));
        if (send) {
          asked(enricher, ask, row, told);
        }
        yield new Said.Good(told.put("sent", new Value.Truth(send)).done());
      }
    };
  }

  private static Value request(Enricher enricher, Step.Ask ask) {
    var request = ask.request();
    var headers = new Told();
    var secret =
        enricher.request().secretHeaders().stream()
            .map(each -> each.toLowerCase(Locale.ROOT))
            .toList();
    Asking.headers(request)
        .forEach((name, value) ->
            headers.text(name, secret.contains(name.toLowerCase(Locale.ROOT)) ? MASK : value));
    var told =
        new Told()
            .text("method", request.method())
            .text("url", request.target().origin() + request.path())
            .put("headers", headers.done());
    if (request.body().length > 0 && JsonReader.event(request.body()) instanceof Value body) {
      told.put("body", body);
    }
    return told.list("fields", ask.fields().stream().map(Value.Text::new).toList()).done();
  }

  private void asked(Enricher enricher, Step.Ask ask, Row row, Told told) throws Unavailable {
    var sent = admitted(enricher, ask, row);
    var before = System.nanoTime();
    var answered = work.asking().ask(ask.request(), enricher.limits());
    var ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    var answer = new Told().number("status", answered.status()).number("ms", ms);
    switch (answered) {
      case Answered.Told(_, var body) -> {
        answer.put("body", body);
        told.put("traits", enricher.traits(body));
      }
      case Answered.Nothing _ -> told.put("traits", Value.Fields.EMPTY);
      case Answered.Failed failed -> {
        answer.text("code", failed.cause());
        if (failed.unheard()) {
          work.unsent(sent);
        }
      }
    }
    told.put("answer", answer.done());
  }

  private Disclosures.Sent admitted(Enricher enricher, Step.Ask ask, Row row) throws Unavailable {
    try {
      while (true) {
        switch (work.admit(enricher, ask, row.position())) {
          case Enrichment.Admission.Wait(var ms) -> TimeUnit.MILLISECONDS.sleep(ms);
          case Enrichment.Admission.Granted(var sent) -> {
            return sent;
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }
}
