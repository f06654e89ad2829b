/// What is left to learn and to do over all incidents: the postmortems that are owed, and the actions that came of
/// them.
@NullMarked
package tocsin.ui.lessons;

import org.jspecify.annotations.NullMarked;
