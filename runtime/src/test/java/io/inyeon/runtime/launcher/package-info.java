/// Tests of the launcher, the script at the root of the repository.
@NullMarked
package io.inyeon.runtime.launcher;

import org.jspecify.annotations.NullMarked;
