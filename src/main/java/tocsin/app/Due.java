package tocsin.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.severity.Severity;

/// One thing that somebody has to do by a moment. Clocks that one and the same act would quiet are one thing: a person
/// who is late is told once.
///
/// @param state one of RUNNING, DUE_SOON and OVERDUE
/// @param words what it asks for in people's own words, where it has any
/// @param whose who is asked, as far as a role or a task says so
public record Due(
        IncidentId incident,
        Severity severity,
        Kind kind,
        String words,
        ClockState state,
        Instant at,
        Optional<PersonId> whose) {

    /// What would be done about it.
    public enum Kind {
        RESPONSE,
        UPDATE,
        TASK,
        SOAK,
        RESTORE,
        HANDOVER,
        POSTMORTEM,
        ACTION,
        OTHER;

        static Kind of(Clock clock) {
            String name = clock.name();
            String first = name.indexOf(' ') < 0 ? name : name.substring(0, name.indexOf(' '));
            return switch (first) {
                case "response", "call" -> RESPONSE;
                case "update", "first" -> UPDATE;
                case "task" -> TASK;
                case "soak" -> SOAK;
                case "restore" -> RESTORE;
                case "command" -> HANDOVER;
                case "postmortem" -> POSTMORTEM;
                case "action" -> ACTION;
                default -> OTHER;
            };
        }

        /// Owed by those who look back, while nothing burns.
        private boolean debt() {
            return this == POSTMORTEM || this == ACTION;
        }

        /// Each task and each action is a thing of its own.
        private boolean oneByOne() {
            return this == TASK || this == ACTION || this == OTHER;
        }
    }

    static final Comparator<Due> MOST_URGENT = Comparator.comparingInt(Due::rank)
            .thenComparing(due -> due.kind().debt())
            .thenComparing(due -> due.state() == ClockState.OVERDUE ? due.severity() : Severity.SEV1)
            .thenComparing(Due::at)
            .thenComparing(Due::incident)
            .thenComparing(Due::kind)
            .thenComparing(Due::words);

    /// Everything due in these incidents: what is overdue first, what burns before what is owed and the worst level
    /// leading, then what is due soon, then
    /// the rest, each by its moment.
    public static List<Due> of(Collection<Pulse> pulses, Instant now) {
        return pulses.stream()
                .flatMap(pulse -> things(pulse, now).stream())
                .sorted(MOST_URGENT)
                .toList();
    }

    public static List<Due> of(Pulse pulse, Instant now) {
        return of(List.of(pulse), now);
    }

    /// Until this moment [#of] says the same of this incident, as long as the time only goes on.
    public static Instant turn(Pulse pulse, Instant now) {
        return pulse.clocks().stream()
                .flatMap(clock -> clock.deadline().stream())
                .flatMap(limit -> Stream.of(limit.dueSoonFrom(), limit.due().plusNanos(1)))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }

    private static List<Due> things(Pulse pulse, Instant now) {
        Map<String, Due> things = new LinkedHashMap<>();
        for (Clock clock : pulse.clocks()) {
            Optional<Instant> at = clock.due();
            ClockState state = stateOf(clock, now);
            if (at.isEmpty() || state == ClockState.NOT_STARTED) {
                continue;
            }
            // Where nobody responds any more, nobody is reminded before it is late.
            if (!pulse.live() && state != ClockState.OVERDUE) {
                continue;
            }
            Kind kind = Kind.of(clock);
            var ask = Optional.ofNullable(pulse.asks().get(clock.name()));
            var due = new Due(
                    pulse.id(),
                    pulse.severity(),
                    kind,
                    ask.map(Pulse.Ask::words).orElse(""),
                    state,
                    at.get(),
                    ask.map(Pulse.Ask::of).or(() -> whose(kind, pulse)));
            String cause = kind.oneByOne() ? clock.name() : kind.name();
            things.merge(cause, due, (one, other) -> one.at().isAfter(other.at()) ? other : one);
        }
        return new ArrayList<>(things.values());
    }

    private static Optional<PersonId> whose(Kind kind, Pulse pulse) {
        return kind == Kind.UPDATE ? pulse.communications().or(pulse::commander) : pulse.commander();
    }

    /// A soak that is over accuses nobody: it only waits for a verifier.
    private static ClockState stateOf(Clock clock, Instant now) {
        ClockState state = clock.stateAt(now);
        return switch (state) {
            case OVERDUE -> Kind.of(clock) == Kind.SOAK ? ClockState.DUE_SOON : ClockState.OVERDUE;
            case DUE_SOON -> Kind.of(clock) == Kind.SOAK ? ClockState.RUNNING : ClockState.DUE_SOON;
            case RUNNING -> ClockState.RUNNING;
            default -> ClockState.NOT_STARTED;
        };
    }

    private int rank() {
        return switch (state) {
            case OVERDUE -> 0;
            case DUE_SOON -> 1;
            default -> 2;
        };
    }
}
