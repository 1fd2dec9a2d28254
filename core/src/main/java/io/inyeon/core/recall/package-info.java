/// How a person was known at another time: what is on record is read again and taken through the
/// same steps as when it came, in a state of its own.
@NullMarked
package io.inyeon.core.recall;

import org.jspecify.annotations.NullMarked;
