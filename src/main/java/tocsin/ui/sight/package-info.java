/// What the parts of a room look at and what they may ask for: the parts know this, and not each other.
@NullMarked
package tocsin.ui.sight;

import org.jspecify.annotations.NullMarked;
