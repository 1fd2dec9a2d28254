package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Source;
import io.inyeon.core.recall.History.Version;
import io.inyeon.core.recall.Recorded;
import io.inyeon.core.recall.Spellings;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Everything that operators did, read from the archive: sources, rules, stewards' decisions,
/// imports taken back.
final class OperatorsRecord {
  private static final int PAGE = 2_048;

  private final Map<Integer, TreeMap<Long, Source>> sources = new HashMap<>();
  private final List<Entry.RulesApplied> applied = new ArrayList<>();
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

  /// Adds an entry that stands behind those read so far.
  void add(Entry entry) {
    switch (entry) {
      case Entry.SourceSaved saved ->
          sources
              .computeIfAbsent(saved.source().number(), _ -> new TreeMap<>())
              .put(saved.position(), saved.source());
      case Entry.RulesSaved saved -> rules.add(saved);
      case Entry.RulesApplied each -> applied.add(each);
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
          Entry.ComputedTraitSaved _,
          Entry.ComputedTraitFilled _,
          Entry.CutsMeasured _,
          Entry.SynonymsSaved _,
          Entry.PlanSaved _,
          Entry.TransformationsSaved _,
          Entry.RepairNoted _,
          Entry.QuarantineDropped _,
          Entry.QualityAlerted _,
          Entry.PersonErased _,
          Entry.ErasureKept _,
          Entry.ErasuresScrubbed _,
          Entry.RightsSaved _,
          Entry.PurposesSaved _,
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

  /// The rules that had come into force by then, in that order, one at least: what is earlier than
  /// the first goes by the first. Types that have come into being since are theirs, too, with the
  /// settings of all such types.
  List<Version> rules(long until, WorkspaceView workspace) throws ArchiveException {
    if (rules.isEmpty()) {
      throw new ArchiveException("the archive has lost the first rules of the workspace");
    }
    var present = workspace.rules().document();
    var versions = new ArrayList<Version>();
    var first = rules.getFirst();
    versions.add(version(first, first.at(), first.position(), present, workspace));
    for (var each : applied) {
      var saved =
          rules.stream().filter(some -> some.rules().version() == each.version()).findFirst();
      if (each.at() <= until && saved.isPresent() && each.version() != first.rules().version()) {
        versions.add(version(saved.get(), each.at(), each.position(), present, workspace));
      }
    }
    return versions;
  }

  private static Version version(
      Entry.RulesSaved saved,
      long since,
      long position,
      RulesDocument present,
      WorkspaceView workspace) {
    return new Version(saved, since, position, workspace.ready(saved.rules().knowing(present)));
  }

  /// How identifiers were ever spelt, for events that are read by these rules.
  Spellings spellings(Version rules, WorkspaceView workspace) {
    return spellings(rules.ready().document(), document -> workspace.ready(document).types());
  }

  /// The same.
  ///
  /// @param present by which events are read, with all types that there are
  Spellings spellings(RulesDocument present, Function<RulesDocument, IdentifierTypes> ready) {
    return Spellings.of(present, rules.stream().map(Entry.RulesSaved::rules).toList(), ready);
  }
}
