package io.inyeon.core.steps;

/// A message and whom it is for.
public record Mail(Address to, Message message) {}
