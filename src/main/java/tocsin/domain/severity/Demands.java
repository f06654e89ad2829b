package tocsin.domain.severity;

import java.time.Duration;
import java.util.Optional;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.Ladder;
import tocsin.domain.clock.Span;

/// What one level asks of people. `firstPublicNote` and `executiveBrief` are empty where nobody waits for them.
public record Demands(
        Span response,
        Ladder ladder,
        Cadence updates,
        Optional<Span> firstPublicNote,
        Optional<Span> executiveBrief,
        Span restoreTarget,
        Need warRoom,
        Need statusPage,
        Meeting postmortemMeeting,
        Span postmortemApproved,
        PostmortemForm postmortemForm,
        Duration soak) {

    public enum Need {
        REQUIRED,
        /// Only when one of the triggers of a full postmortem is met.
        IF_TRIGGERED,
        OPTIONAL,
        NO
    }

    /// When the postmortem is talked through; the document itself is always written.
    public record Meeting(Need need, Optional<Span> within) {}
}
