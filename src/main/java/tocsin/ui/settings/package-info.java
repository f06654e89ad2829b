/// The organisation's settings: what holds, what was shipped, who changed it; each change is a fact.
@NullMarked
package tocsin.ui.settings;

import org.jspecify.annotations.NullMarked;
