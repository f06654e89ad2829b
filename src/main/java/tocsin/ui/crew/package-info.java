/// Who commands, who does what, what is being done and what is believed: the left side of a room, and its acts.
@NullMarked
package tocsin.ui.crew;

import org.jspecify.annotations.NullMarked;
