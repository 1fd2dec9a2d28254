package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.runtime.archive.FeedState;
import io.inyeon.runtime.enrich.Enrichment;
import io.inyeon.runtime.http.Vitals;
import io.inyeon.runtime.quality.QualityKeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How the workspace is.
final class Health implements Vitals {
  static final String VERSION = "0.1.0";

  private final Workspace workspace;
  private final QualityKeeper quality;
  private final Enrichment enrichment;
  private final long startedAt;

  Health(Workspace workspace, QualityKeeper quality, Enrichment enrichment) {
    this.enrichment = enrichment;
    this.workspace = workspace;
    this.quality = quality;
    this.startedAt = workspace.clock().millis();
  }

  @Override
  public List<Ailment> ailments() {
    var ailments = new ArrayList<Ailment>();
    var failure = workspace.failure();
    if (failure != null) {
      ailments.add(
          new Ailment(
              "writer_stopped", "The writer has stopped. Restart, and report it.", failure));
    }
    var refusal = workspace.log().refusal();
    if (refusal != null) {
      ailments.add(
          switch (refusal) {
            case DISK_FULL ->
                new Ailment(
                    "disk_full",
                    "The disk is full: less room is left than disk-reserve-mb. Events are answered"
                        + " 503 until there is more; nothing that was acknowledged is lost.",
                    null);
            case LOG_FULL ->
                new Ailment(
                    "log_full",
                    "The log is full: it waits for the archive or the state, which do not take"
                        + " what is in it. Events are answered 503.",
                    null);
            case LOG_FAILED, OVERLOADED, STOPPING ->
                new Ailment(
                    "log_failed",
                    "The log cannot be written.",
                    refusal.name().toLowerCase(Locale.ROOT));
          });
    }
    if (!workspace.state().healthy()) {
      ailments.add(
          new Ailment("state_unwritable", "State cannot be written; is the disk full?", null));
    }
    var filing = workspace.filing().state();
    if (filing.phase() == FeedState.Phase.RETRYING || filing.phase() == FeedState.Phase.FAILED) {
      ailments.add(
          new Ailment(
              "archive_behind",
              "The archive is behind; entries wait in the log.",
              filing.lastError()));
    }
    var housekeeping = workspace.housekeepingError();
    if (housekeeping != null) {
      ailments.add(
          new Ailment(
              "housekeeping_fails", "Housekeeping fails and is tried again.", housekeeping));
    }
    return ailments;
  }

  @Override
  public Status status() {
    var bySource = bySource(workspace);
    var positions = new TreeMap<String, Long>();
    positions.put("durable", workspace.log().durablePosition());
    positions.put("decided", workspace.decided().reached());
    positions.put("archived", workspace.archive().position());
    positions.put("searchable", workspace.search().position());
    positions.put("previewed", workspace.analytics().position());
    positions.put("measured", quality.position());
    positions.put("enriched", enrichment.position());
    positions.put("consentsRecorded", workspace.ledger().standing().position());
    var measures = workspace.state().measures();
    var bytes = new TreeMap<String, Long>();
    bytes.put("log", workspace.log().bytes());
    bytes.put("state", measures.diskBytes());
    bytes.put("profiles", measures.profileBytes());
    bytes.put("archive", workspace.archive().state().bytes());
    bytes.put("search", workspace.search().bytes());
    bytes.put("analytics", workspace.analytics().bytes());
    bytes.put("consents", workspace.ledger().standing().bytes());
    bytes.put("stateMemory", measures.nativeBytes());
    var counts = counts(workspace);
    counts.put("sharedAlarms", workspace.alarms());
    var segments = workspace.segmentWork();
    counts.put("accountMembersLookedAt", segments == null ? 0 : segments.membersLookedAt());
    counts.put("dataQualityAlerts", (long) quality.open());
    counts.putAll(enrichment.counts());
    counts.put("cacheHits", measures.cacheHits());
    counts.put("cacheMisses", measures.cacheMisses());
    return new Status(VERSION, startedAt, sum(bySource), bySource, positions, bytes, counts);
  }

  @Override
  public Following analytics() {
    var analytics = workspace.analytics();
    return new Following(
        analytics.phase().name().toLowerCase(Locale.ROOT), analytics.progress(), analytics.error());
  }

  @Override
  public SortedMap<String, String> behind() {
    var errors = new TreeMap<String, @Nullable String>();
    errors.put("search", workspace.search().error());
    var segments = workspace.segmentWork();
    errors.put("segments", segments == null ? null : segments.error());
    errors.put("vocabulary", workspace.vocabulary().error());
    errors.put("previews", workspace.analytics().error());
    errors.put("consents", workspace.ledger().error());
    errors.put("quality", quality.error());
    errors.put("enrichers", enrichment.error());
    var behind = new TreeMap<String, String>();
    errors.forEach((part, error) -> {
      if (error != null) {
        behind.put(part, error);
      }
    });
    return behind;
  }

  /// How the events of each source ended, by the source's id.
  static SortedMap<String, OutcomeCounts> bySource(WorkspaceView workspace) {
    var bySource = new TreeMap<String, OutcomeCounts>();
    for (var source : workspace.sources().all()) {
      var counts = workspace.state().read(new Key.Outcomes(source.number()));
      bySource.put(source.id(), counts == null ? OutcomeCounts.NONE : counts);
    }
    return bySource;
  }

  /// The same over all sources.
  static OutcomeCounts sum(SortedMap<String, OutcomeCounts> bySource) {
    return bySource.values().stream().reduce(OutcomeCounts.NONE, OutcomeCounts::plus);
  }

  /// How many there are of what a workspace knows.
  static SortedMap<String, Long> counts(WorkspaceView workspace) {
    var things = workspace.state().counts();
    var counts = new TreeMap<String, Long>();
    counts.put("profiles", things.trees());
    counts.put("identifiers", things.identifiers());
    counts.put("accounts", things.accounts());
    counts.put("sources", (long) workspace.sources().all().size());
    return counts;
  }
}
