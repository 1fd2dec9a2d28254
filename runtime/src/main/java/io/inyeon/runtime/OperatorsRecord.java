package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Source;
import io.inyeon.core.recall.History.Version;
import io.inyeon.core.recall.Recorded;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Everything that operators did, read from the archive: sources, rules, stewards' decisions,
/// imports taken back.
final class OperatorsRecord {
  private static final int PAGE = 2_048;

  private final Map<Integer, TreeMap<Long, Source>> sources = new HashMap<>();
  private final List<Entry.RulesSaved> rules = new ArrayList<>();
  private final List<Recorded.Ruled> words = new ArrayList<>();
  private final List<Entry.ImportUndone> undoings = new ArrayList<>();

  private OperatorsRecord() {}

  static OperatorsRecord read(Archive archive) throws ArchiveException {
    var record = new OperatorsRecord();
    for (var after = 0L; ; ) {
      var page = archive.operators(after, PAGE);
      for (var row : page.rows()) {
        if (row.kind() != Kind.BLANK && row.kind() != Kind.LOST) {
          record.add(EntryCodec.decode(row.position(), row.kind(), row.body()));
        }
      }
      if (page.last()) {
        return record;
      }
      after = page.rows().getLast().position();
    }
  }

  private void add(Entry entry) {
    switch (entry) {
      case Entry.SourceSaved saved ->
          sources
              .computeIfAbsent(saved.source().number(), _ -> new TreeMap<>())
              .put(saved.position(), saved.source());
      case Entry.RulesSaved saved -> rules.add(saved);
      case Entry.CutMade _, Entry.CutUndone _, Entry.LinkMade _, Entry.LinkUndone _ ->
          words.add(new Recorded.Ruled(entry));
      case Entry.ImportUndone undone -> undoings.add(undone);
      case Entry.Received _,
          Entry.AccessGranted _,
          Entry.AccessRevoked _,
          Entry.SegmentSaved _,
          Entry.SegmentFilled _,
          Entry.TimerFired _,
          Entry.Swept _,
          Entry.MembershipChanged _ -> {}
    }
  }

  /// A source as it was when an event came.
  Source source(Row event) throws ArchiveException {
    var versions = sources.get(event.source());
    var version = versions == null ? null : versions.lowerEntry(event.position());
    if (version == null) {
      throw new ArchiveException(
          "the archive has an event of source " + event.source() + " but not the source");
    }
    return version.getValue();
  }

  /// The imports that were taken back by then, by their sources' numbers.
  Map<Integer, UndoneImports> undone(long known) {
    return UndoneImports.known(undoings.stream().filter(each -> each.at() <= known).toList());
  }

  /// What stewards had decided by then, in the order of the log.
  List<Recorded.Ruled> words(long until) {
    return words.stream().filter(word -> word.time() <= until).toList();
  }

  /// The rules that were saved by then, in that order, one at least: what is earlier than the first
  /// goes by the first. Types that events have brought into being since are theirs, too, with the
  /// settings of all such types.
  List<Version> rules(long until, WorkspaceView workspace) throws ArchiveException {
    if (rules.isEmpty()) {
      throw new ArchiveException("the archive has lost the first rules of the workspace");
    }
    var present = workspace.rules().document();
    var versions = new ArrayList<Version>();
    for (var saved : rules) {
      if (versions.isEmpty() || saved.at() <= until) {
        versions.add(new Version(saved, workspace.ready(withTypes(saved.rules(), present))));
      }
    }
    return versions;
  }

  private static RulesDocument withTypes(RulesDocument rules, RulesDocument present) {
    var known = rules.types().stream().map(IdentifierType::name).toList();
    var more = new ArrayList<>(present.types().stream().map(IdentifierType::name).toList());
    more.removeAll(known);
    return more.isEmpty() ? rules : rules.withTypes(more);
  }
}
