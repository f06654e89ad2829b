package tocsin.domain.postmortem;

import java.util.Optional;

/// What an action hangs on elsewhere.
///
/// @param ticket where it is worked on, empty for none
/// @param factor the code of the contributing factor it answers, empty for none
public record Ties(Optional<Priority> priority, String ticket, String factor, Hardens hardens) {
    public static final Ties NONE = new Ties(Optional.empty(), "", "", Hardens.NOTHING);

    /// Whether somebody can follow it back to what happened or on to where it is done.
    public boolean traceable() {
        return !ticket.isBlank() || !factor.isBlank() || hardens == Hardens.A_RULE;
    }

    public Ties stripped() {
        return new Ties(priority, ticket.strip(), factor.strip(), hardens);
    }
}
