/// Text that several desks write at once, as facts: what was inserted beside which character, and which characters
/// went.
/// The order of concurrent passages follows Fugue (Weidner and Kleppmann), which never interleaves them.
@NullMarked
package tocsin.domain.prose;

import org.jspecify.annotations.NullMarked;
