/// What is due in a room and what may be done about it: clocks, the next gate, the checklist, disagreements.
@NullMarked
package tocsin.ui.due;

import org.jspecify.annotations.NullMarked;
