package tocsin.journal;

import java.util.Optional;

/// How the journal fares.
///
/// @param reason one line for a person, when the state is not [State#RUNNING]
/// @param usableBytes what the disk last said is left
public record JournalHealth(State state, Optional<String> reason, long usableBytes) {
    public enum State {
        RUNNING,
        /// Still accepting; space runs out.
        LOW_DISK,
        /// Accepting nothing more; reading works.
        STOPPED,
        CLOSED
    }
}
