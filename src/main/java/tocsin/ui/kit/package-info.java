/// Floor 5: what every screen is made with. The only place that starts the toolkit, hops to its thread or
/// dresses a scene; knows no screen.
@NullMarked
package tocsin.ui.kit;

import org.jspecify.annotations.NullMarked;
