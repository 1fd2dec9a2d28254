package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;

/// What the edge needs from inside the house.
public record Inside(
    Intake intake,
    SourceKeys sourceKeys,
    SourceDesk sources,
    Keys keys,
    Profiles profiles,
    Finding finding,
    Recall recall,
    Journal journal,
    IdentityDesk identity,
    ImportDesk imports,
    Vitals vitals,
    RulesDesk rules,
    Tasks tasks,
    SegmentDesk segments,
    ComputedTraitDesk computedTraits,
    VocabularyDesk vocabulary,
    ConsentDesk consents,
    AccessDesk access,
    QualityDesk quality,
    ScratchDesk scratches,
    RightsDesk rights,
    Waiting waiting,
    LiveFeed live) {
  /// What of the live workspace can be read.
  Reads reads() {
    return new Reads(sources, profiles, recall, journal, identity, vitals, rules, tasks, waiting);
  }
}
