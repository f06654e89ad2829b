/// Time that runs out: spans, business calendars, deadlines and the states of a clock. Knows nothing of incidents;
/// the incident room starts and stops these clocks.
@NullMarked
package tocsin.domain.clock;

import org.jspecify.annotations.NullMarked;
