package io.inyeon.runtime.http;

import io.inyeon.core.govern.Purpose;

/// The purpose to which a use of people's data is bound: at the moment of use, whoever is not
/// permitted for it is left out.
public record Bound(Purpose purpose) {}
