/// What was learned: owner and due date, impact, the rule that let it through, actions, approval and the hardening
/// record.
/// The text itself comes with the editor; these are the parts that the closing rule asks for.
@NullMarked
package tocsin.domain.postmortem;

import org.jspecify.annotations.NullMarked;
