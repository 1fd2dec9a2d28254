package io.inyeon.runtime;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.analytics.Previews;
import io.inyeon.runtime.http.Bound;
import io.inyeon.runtime.http.PreviewDesk;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.http.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Previews: counted in the read-model, and whoever is shown is read from state.
final class PreviewOffice implements PreviewDesk {
  private static final long CATCH_UP_MS = 200;

  private final Workspace workspace;
  private final People people;
  private final VocabularyDesk vocabulary;

  PreviewOffice(Workspace workspace, People people, VocabularyDesk vocabulary) {
    this.vocabulary = vocabulary;
    this.workspace = workspace;
    this.people = people;
  }

  @Override
  public Previewed preview(Wanted wanted, BooleanSupplier gone)
      throws Intake.Unavailable, Cancelled {
    var began = System.nanoTime();
    return switch (Asking.read(wanted.condition(), workspace)) {
      case Asking.Read.Wrong(var problems) -> new Previewed.Wrong(problems);
      case Asking.Read.Good(var condition) -> {
        catchUp();
        var now = workspace.clock().millis();
        var question =
            new Previews.Question(
                condition,
                now,
                wanted.sample(),
                wanted.breakdown(),
                wanted.limit(),
                wanted.id(),
                wanted.bound() == null ? null : wanted.bound().purpose().key());
        var counted = workspace.previews().ask(question, gone);
        yield new Previewed.Counted(
            counted.count(),
            counted.of(),
            counted.perNode(),
            shown(counted.sample(), wanted.bound(), now),
            List.copyOf(Uses.of(condition).traits()),
            counted.breakdown(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
            now,
            counted.position(),
            vocabulary.notices(condition, Asking.PLACE),
            counted.reach());
      }
    };
  }

  /// Lets the model count what is decided by now, so that whoever sends an event and then asks
  /// meets it; but under a load that it is behind of anyway nobody waits for long.
  private void catchUp() throws Intake.Unavailable {
    try {
      var _ = workspace.analytics().await(workspace.state().position(), CATCH_UP_MS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }

  private List<Listing> shown(List<String> sample, @Nullable Bound bound, long now)
      throws Intake.Unavailable {
    var shown = new ArrayList<Listing>();
    for (var each : sample) {
      var colon = each.indexOf(':');
      var who = new Identifier(each.substring(0, colon), each.substring(colon + 1));
      var place = people.place(new Who.Named(who.type(), who.value()));
      // What the model said may be a second old; whoever is shown is asked of state.
      if (place != null && (bound == null || people.automated(place, bound.purpose()).at(now))) {
        shown.add(Listing.of(place.tree(), place.identifier(), workspace.rules()));
      }
    }
    return shown;
  }

  @Override
  public boolean cancel(String id) {
    return workspace.previews().cancel(id);
  }

  @Override
  public boolean await(long position, long timeoutMs) throws InterruptedException {
    return workspace.analytics().await(position, timeoutMs);
  }
}
