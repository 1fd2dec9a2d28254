package io.inyeon.core.unify;

/// What is known of an account, e.g. a company.
public record AccountProfile(String id, long first, long latest) {}
