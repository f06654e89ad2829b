/// Who holds what since when: roles, terms with assumed and renounced times, handovers that need a yes. Command is
/// never
/// empty once it was taken.
@NullMarked
package tocsin.domain.roster;

import org.jspecify.annotations.NullMarked;
