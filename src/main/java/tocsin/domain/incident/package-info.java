/// One incident from REPORTED to CLOSED: its states, stamps, gates and the STOP rule, folded from facts (total) and
/// guarded
/// by decisions (strict). The other rooms of the heart come together here.
@NullMarked
package tocsin.domain.incident;

import org.jspecify.annotations.NullMarked;
