package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Cursor;
import io.inyeon.runtime.http.Profiles;
import io.inyeon.runtime.http.Who;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// The people, read from what is committed.
final class People implements Profiles {
  private static final int ATTEMPTS = 100;

  private final WorkspaceView workspace;
  private final Happenings happenings;

  People(WorkspaceView workspace, Happenings happenings) {
    this.workspace = workspace;
    this.happenings = happenings;
  }

  /// A tree and the identifier by which it was asked for.
  record Place(Identifier identifier, Tree tree, long position) {}

  @Override
  public @Nullable Found profile(Who who) {
    var place = place(who);
    return place == null
        ? null
        : new Found(place.tree().profile(place.identifier(), workspace.rules()), place.position());
  }

  @Override
  public @Nullable Ties identity(Who who) {
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

  @Override
  public @Nullable Timeline events(Who who, @Nullable String cursor, int limit) {
    var place = place(who);
    if (place == null) {
      return null;
    }
    var rules = workspace.rules();
    var id = place.tree().profileId(place.identifier(), rules);
    var after = cursor == null ? null : Cursor.parse(cursor);
    if (cursor != null && after == null) {
      return new Timeline(id, null);
    }
    var owners = new ArrayList<String>();
    for (var identifier : place.tree().part(place.identifier(), rules)) {
      owners.add(identifier.toString());
    }
    try {
      var page = workspace.archive().timeline(owners, after, limit);
      return new Timeline(id, happenings.page(page));
    } catch (ArchiveException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Finds the tree that holds whoever is meant. What points to a tree and the tree itself may be
  /// of two commits; then it is asked again.
  @Nullable Place place(Who who) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var position = workspace.state().position();
      var identifier = identifier(who);
      if (identifier == null) {
        return null;
      }
      var holder = workspace.state().read(new Key.OfIdentifier(identifier));
      if (holder == null) {
        return null;
      }
      var tree = workspace.state().read(new Key.Tree(holder.tree()));
      if (tree != null && tree.nodes().containsKey(identifier)) {
        return new Place(identifier, tree, position);
      }
    }
    throw new IllegalStateException("no tree holds " + who + ", which has one");
  }

  /// By which identifier somebody is meant; `null` when the name is of nobody ever.
  @Nullable Identifier identifier(Who who) {
    return switch (who) {
      case Who.Id(var id) -> workspace.state().read(new Key.OfProfile(id));
      case Who.Named(var type, var value) ->
          type.isEmpty() ? null : workspace.rules().types().normalise(type, value);
    };
  }
}
