package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.Permission;
import io.inyeon.core.unify.Portion;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Cursor;
import io.inyeon.runtime.archive.Page;
import io.inyeon.runtime.archive.Stretch;
import io.inyeon.runtime.http.Profiles;
import io.inyeon.runtime.http.Who;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The people, read from what is committed.
final class People implements Profiles {
  private final WorkspaceView workspace;
  private final Happenings happenings;

  People(WorkspaceView workspace, Happenings happenings) {
    this.workspace = workspace;
    this.happenings = happenings;
  }

  /// Somebody's identifier and the tree that holds it.
  private record Held(Identifier identifier, Tree tree) {}

  /// A tree and the identifier by which it was asked for.
  record Place(Identifier identifier, Tree tree, long position) {}

  @Override
  public @Nullable Found profile(Who who) throws Intake.Unavailable {
    var place = place(who);
    if (place == null) {
      return null;
    }
    var rules = workspace.rules();
    return new Found(
        place.tree().profile(place.identifier(), rules), place.position(), computed(place, rules));
  }

  /// What is worked out of a person now.
  private SortedMap<String, Computed> computed(Place place, Rules rules) {
    if (rules.segments().traits().isEmpty()) {
      return Collections.emptySortedMap();
    }
    var all = new TreeMap<String, Computed>();
    var part = place.tree().part(place.identifier(), rules);
    var view = new PersonView(place.tree(), part, new CommittedState(workspace.state()), rules);
    var now = workspace.clock().millis();
    for (var trait : rules.segments().traits().values()) {
      var computation = view.computed(trait.id());
      var value = computation == null ? null : computation.at(now);
      if (computation != null && value != null) {
        var next = computation.next(now);
        all.put(
            trait.id(), new Computed(value, trait.version(), next == Long.MAX_VALUE ? null : next));
      }
    }
    return all;
  }

  @Override
  public @Nullable Ties identity(Who who) throws Intake.Unavailable {
    var place = place(who);
    if (place == null) {
      return null;
    }
    var rules = workspace.rules();
    var tree = place.tree();
    var part = tree.part(place.identifier(), rules);
    var ties = new ArrayList<Tie>();
    for (var link : tree.links().values()) {
      if (part.contains(link.pair().stronger()) || part.contains(link.pair().weaker())) {
        var evidence = tree.evidence(link);
        ties.add(new Tie(link, evidence, source(link, evidence)));
      }
    }
    var identifiers = new ArrayList<>(part);
    identifiers.sort(rules.types().strongestFirst());
    return new Ties(tree.profileId(place.identifier(), rules), identifiers, ties, place.position());
  }

  /// The source of the best evidence: kept with the events, or else remembered from their intake.
  private @Nullable String source(Link link, LinkEvidence evidence) {
    var kept = workspace.sources().byNumber(evidence.source());
    if (kept != null) {
      return kept.id();
    }
    var messageId = link.best().messageId();
    for (var seen : workspace.state().trace(messageId).entrySet()) {
      var source = workspace.sources().byNumber(seen.getKey());
      if (seen.getValue().accepted() && source != null) {
        return source.id();
      }
    }
    return null;
  }

  /// Somebody with the events that are theirs.
  record Owning(Place place, Portion portion) {}

  @Override
  public @Nullable Timeline events(Who who, @Nullable String cursor, int limit)
      throws Intake.Unavailable {
    var owning = owning(who);
    if (owning == null) {
      return null;
    }
    var place = owning.place();
    var id = place.tree().profileId(place.identifier(), workspace.rules());
    var after = cursor == null ? null : Cursor.parse(cursor);
    if (cursor != null && after == null) {
      return new Timeline(id, null);
    }
    try {
      return new Timeline(id, happenings.page(page(owning.portion(), after, limit)));
    } catch (ArchiveException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A page of the events that are somebody's, newest first.
  Page page(Portion portion, @Nullable Cursor after, int limit) throws ArchiveException {
    return workspace
        .archive()
        .timeline(
            portion.whole(),
            portion.stretches().stream()
                .map(each -> new Stretch(each.list(), each.from(), each.last()))
                .toList(),
            after,
            limit);
  }

  /// Finds whoever is meant, and which events are theirs, both as of one commit.
  @Nullable Owning owning(Who who) throws Intake.Unavailable {
    var rules = workspace.rules();
    var answer =
        StableReads.of(
            workspace.state(),
            workspace.commits(),
            state ->
                found(who, state)
                    .map(held -> {
                      var part = held.tree().part(held.identifier(), rules);
                      var keys = held.tree().fragments(part, rules).keySet();
                      return Map.entry(held, Portion.of(part, keys, state, rules));
                    }));
    return answer
        .what()
        .map(found ->
            new Owning(
                new Place(found.getKey().identifier(), found.getKey().tree(), answer.position()),
                found.getValue()))
        .orElse(null);
  }

  /// Whether and when somebody's data may be used for a purpose.
  Permission permission(Place place, Purpose purpose) {
    var rules = workspace.rules();
    var part = place.tree().part(place.identifier(), rules);
    return place.tree().permissions(part, place.tree().fragments(part, rules), rules).of(purpose);
  }

  /// The same when a segment has picked them.
  Permission automated(Place place, Purpose purpose) {
    var rules = workspace.rules();
    var part = place.tree().part(place.identifier(), rules);
    return place
        .tree()
        .permissions(part, place.tree().fragments(part, rules), rules)
        .automated(purpose);
  }

  /// Finds the tree that holds whoever is meant, both as of one commit.
  @Nullable Place place(Who who) throws Intake.Unavailable {
    var answer = StableReads.of(workspace.state(), workspace.commits(), state -> found(who, state));
    var found = answer.what();
    return found.isEmpty()
        ? null
        : new Place(found.get().identifier(), found.get().tree(), answer.position());
  }

  private Optional<Held> found(Who who, Snapshot state) {
    var identifier = identifier(who, state);
    var holder = identifier == null ? null : state.get(new Key.OfIdentifier(identifier));
    if (identifier == null || holder == null) {
      return Optional.empty();
    }
    var tree = Objects.requireNonNull(state.get(new Key.Tree(holder.tree())), "a holder's tree");
    if (!tree.nodes().containsKey(identifier)) {
      throw new IllegalStateException("tree " + tree.id() + " does not hold " + identifier);
    }
    return Optional.of(new Held(identifier, tree));
  }

  /// By which identifier somebody is meant; `null` when the name is of nobody ever.
  @Nullable Identifier identifier(Who who) {
    return identifier(who, workspace.live());
  }

  private @Nullable Identifier identifier(Who who, Snapshot state) {
    return switch (who) {
      case Who.Id(var id) -> state.get(new Key.OfProfile(id));
      case Who.Named(var type, var value) ->
          type.isEmpty() ? null : workspace.rules().types().normalise(type, value);
    };
  }
}
