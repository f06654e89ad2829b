/// Floor 4: finding anything by its words. The index in the profile's folder is a projection of the journal that may be
/// deleted at any time; it is written on the thread `tocsin-search` and read from any but the JavaFX thread. Only this
/// room knows the search library, and nothing of it is loaded before somebody searches.
@NullMarked
package tocsin.app.search;

import org.jspecify.annotations.NullMarked;
