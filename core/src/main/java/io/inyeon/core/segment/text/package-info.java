/// Reads what marketers say, in Korean and in English, as conditions; and says conditions in both.
///
/// By rules and the workspace's own names, nothing else: the same words give the same condition.
@NullMarked
package io.inyeon.core.segment.text;

import org.jspecify.annotations.NullMarked;
