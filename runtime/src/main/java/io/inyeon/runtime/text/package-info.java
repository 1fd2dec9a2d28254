/// The devices that know about texts: numbering plans and regular expressions.
@NullMarked
package io.inyeon.runtime.text;

import org.jspecify.annotations.NullMarked;
