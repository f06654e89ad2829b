package tocsin.domain.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.postmortem.Trigger;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.PostmortemForm;
import tocsin.domain.severity.SeverityPolicy;

/// How much this postmortem has to say, and what in the log speaks for more.
public final class ReviewForm {
    private static final Pattern WAY_BACK = Pattern.compile(
            "\\broll(?:ed|ing)?[ -]?back\\b|\\brollback\\b|\\brevert(?:ed)?\\b|\\bfail(?:ed)?[ -]?over\\b"
                    + "|\\b(?:shift|move|drain|divert)(?:ed)?\\b.{0,30}\\btraffic\\b|\\btraffic shift\\b"
                    + "|\\bzurück(?:ge)?roll(?:en|t)\\b|\\bzurücksetzen\\b|\\bverkehr\\b.{0,30}\\b(?:um|ver)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:customers?|users?|support|tickets?|calls?|called|phone|reported by|complain\\w*|colleagues?|mail"
                    + "|kund\\w+|nutzer\\w*|anruf\\w*|telefon\\w*|gemeldet|beschwerde\\w*|kolleg\\w+)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern NOTHING = Pattern.compile(
            "^(?:none|no|nothing|n/?a|0|not|kein\\w*|nichts|nein)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private ReviewForm() {}

    /// Full at the levels that always ask for it, and wherever somebody named a reason.
    public static PostmortemForm of(Incident incident, SeverityPolicy policy) {
        return incident.review().fullFormTriggers().isEmpty()
                ? policy.demands(incident.severity()).postmortemForm()
                : PostmortemForm.FULL;
    }

    /// Reasons that the log tells and nobody has named yet. A person decides; what the log does not tell is no proof
    /// that it was not so.
    public static List<Trigger> proposed(Incident incident, Rules rules, Instant now) {
        var found = new ArrayList<Trigger>();
        if (dataWasLost(incident)) {
            found.add(Trigger.DATA_LOSS);
        }
        if (wentBack(incident)) {
            found.add(Trigger.ROLLBACK);
        }
        if (incident.firstStamp(StampName.DETECTED)
                .filter(stamp -> PEOPLE.matcher(stamp.note()).find())
                .isPresent()) {
            found.add(Trigger.NOTICED_BY_PEOPLE);
        }
        if (tookTooLong(incident, rules, now)) {
            found.add(Trigger.OVER_TIME);
        }
        return found.stream()
                .filter(trigger -> incident.review().fullFormTriggers().stream()
                        .noneMatch(named -> Trigger.ofWord(named).equals(Optional.of(trigger))))
                .toList();
    }

    /// The impact on data as stated; before it is stated, the type of the incident.
    private static boolean dataWasLost(Incident incident) {
        return incident.review()
                .impact()
                .map(impact -> !NOTHING.matcher(impact.data().strip()).matches())
                .orElse(incident.type() == IncidentType.DATA);
    }

    private static boolean wentBack(Incident incident) {
        Stream<String> plans = incident.plan().stream().map(plan -> plan.plan().change());
        Stream<String> notes = Stream.of(StampName.CONTAINED, StampName.FIX_APPLIED)
                .flatMap(name -> incident.stamps().getOrDefault(name, List.of()).stream())
                .map(Stamp::note);
        return Stream.concat(plans, notes)
                .anyMatch(words -> WAY_BACK.matcher(words).find());
    }

    private static boolean tookTooLong(Incident incident, Rules rules, Instant now) {
        return IncidentClocks.of(incident, rules).stream()
                .filter(clock -> clock.name().equals("restore"))
                .map((Clock clock) -> clock.stateAt(now))
                .anyMatch(state -> state == ClockState.MET_LATE || state == ClockState.OVERDUE);
    }
}
