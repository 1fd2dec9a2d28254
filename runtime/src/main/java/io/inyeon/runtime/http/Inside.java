package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;

/// What the edge needs from inside the house.
public record Inside(
    Intake intake,
    SourceKeys sourceKeys,
    SourceDesk sources,
    Keys keys,
    Profiles profiles,
    Journal journal,
    Vitals vitals,
    RulesDesk rules,
    Tasks tasks,
    Waiting waiting) {}
