/// The way through time at the foot of a room: the incident drawn in lanes, and the minute that is looked at.
@NullMarked
package tocsin.ui.scrub;

import org.jspecify.annotations.NullMarked;
