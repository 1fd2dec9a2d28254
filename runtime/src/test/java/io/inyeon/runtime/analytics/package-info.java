@NullMarked
package io.inyeon.runtime.analytics;

import org.jspecify.annotations.NullMarked;
