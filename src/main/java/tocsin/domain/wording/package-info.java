/// The blameless check: word lists of a language, and what of a text they find. Pure, pages of text at once or one
/// paragraph at a time, on any thread. It suggests; nothing here holds anybody up.
@NullMarked
package tocsin.domain.wording;

import org.jspecify.annotations.NullMarked;
