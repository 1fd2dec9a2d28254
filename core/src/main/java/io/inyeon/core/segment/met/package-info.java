/// What a workspace has met so far: names of events, properties and traits, with values that many
/// people share.
@NullMarked
package io.inyeon.core.segment.met;

import org.jspecify.annotations.NullMarked;
