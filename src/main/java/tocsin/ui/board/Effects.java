package tocsin.ui.board;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;

/// What a change of level sets off, spelled out.
///
/// @param rules what the team agreed on, as it holds in the zone of the screen
record Effects(Rules rules, Timing timing, Words words) {

    /// Before it is done.
    String before(Pulse pulse, Severity to, Instant now) {
        if (to.isWorseThan(pulse.severity())) {
            return words.get("effect.raise", pulse.number(), to, response(to, now), update(pulse, to, now));
        }
        return pulse.phase().ordinal() < Phase.MONITORING.ordinal()
                ? words.get("effect.lower.early", to)
                : words.get("effect.lower", to);
    }

    /// After a raise: when the next things are due now, and who is asked for.
    String raised(Incident incident, Severity to, Instant now) {
        List<Role> asked = Vacancies.needed(incident, now);
        String roles = asked.isEmpty()
                ? ""
                : " "
                        + words.get(
                                "effect.roles", asked.stream().map(words::role).collect(Collectors.joining(", ")));
        return words.get("act.raised", incident.id().number(), to, response(to, now)) + roles;
    }

    private String response(Severity to, Instant now) {
        return timing.moment(rules.policy().demands(to).response().after(now, rules.calendar()), now);
    }

    /// What is already due sooner stays due.
    private String update(Pulse pulse, Severity to, Instant now) {
        Instant fresh = rules.policy().demands(to).updates().firstDue(now, rules.calendar());
        Function<Due, Instant> at = Due::at;
        Instant due = Due.of(pulse, now).stream()
                .filter(each -> each.kind() == Due.Kind.UPDATE)
                .map(at)
                .filter(fresh::isAfter)
                .findFirst()
                .orElse(fresh);
        return timing.moment(due, now);
    }
}
