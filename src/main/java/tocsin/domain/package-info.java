/// Floor 1: the heart. Values, strict decisions and total folds; no clock, no randomness, no input or output, no
/// library.
@NullMarked
package tocsin.domain;

import org.jspecify.annotations.NullMarked;
