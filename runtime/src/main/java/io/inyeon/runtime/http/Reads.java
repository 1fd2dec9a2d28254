package io.inyeon.runtime.http;

/// What of a workspace can be read, be it the live one or a scratch one.
public record Reads(
    SourceDesk sources,
    Profiles profiles,
    Recall recall,
    Journal journal,
    IdentityDesk identity,
    Vitals vitals,
    RulesDesk rules,
    Tasks tasks,
    Waiting waiting) {}
