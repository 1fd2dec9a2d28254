/// The devices that know about texts: their tests.
@NullMarked
package io.inyeon.runtime.text;

import org.jspecify.annotations.NullMarked;
