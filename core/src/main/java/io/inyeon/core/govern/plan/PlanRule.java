package io.inyeon.core.govern.plan;

import io.inyeon.core.govern.schema.JsonSchema;
import io.inyeon.core.govern.schema.Unplanned;

/// What a plan expects of one event in one version, ready for use.
///
/// @param planned the fields that it and the common schema speak of
record PlanRule(JsonSchema schema, Unplanned planned) {}
