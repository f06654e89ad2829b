package tocsin.domain.organisation;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.domain.clock.BusinessCalendar;
import tocsin.domain.clock.Ladder;
import tocsin.domain.clock.Span;
import tocsin.domain.incident.Rules;
import tocsin.domain.severity.Demands;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityPolicy;
import tocsin.domain.severity.Stakeholder;
import tocsin.domain.severity.StakeholderMatrix;

/// Lays what was set over the shipped rules. Where a value cannot be read, the shipped one stays.
final class RuleBook {
    private final Organisation organisation;
    private final ZoneId zone;
    private final Rules shipped;

    private RuleBook(Organisation organisation, ZoneId zone) {
        this.organisation = organisation;
        this.zone = zone;
        this.shipped = Rules.shipped(zone);
    }

    static Rules rules(Organisation organisation, ZoneId incidentZone) {
        ZoneId zone = Values.zone(organisation.value(Setting.ZONE)).orElse(incidentZone);
        return new RuleBook(organisation, zone).rules();
    }

    private Rules rules() {
        BusinessCalendar calendar = Values.calendar(value(Setting.HOURS), value(Setting.HOLIDAYS), zone)
                .orElse(shipped.calendar());
        return new Rules(
                policy(),
                calendar,
                Values.duty(value(Setting.DUTY)).orElse(shipped.duty()),
                Values.undo(value(Setting.UNDO)).orElse(shipped.undoWithin()),
                stakeholders());
    }

    private StakeholderMatrix stakeholders() {
        Map<Severity, Set<Stakeholder>> told = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            told.put(
                    severity,
                    Values.groups(value(Setting.stakeholders(severity)))
                            .orElseGet(() -> shipped.stakeholders().byLevel().get(severity)));
        }
        return new StakeholderMatrix(told);
    }

    private SeverityPolicy policy() {
        Map<Severity, Demands> levels = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            levels.put(severity, demands(severity, shipped.policy().demands(severity)));
        }
        return new SeverityPolicy(
                levels,
                time(Setting.SOAK_SECURITY, shipped.policy().securitySoak()),
                time(Setting.REOPEN, shipped.policy().reopenWindow()));
    }

    private Demands demands(Severity severity, Demands usual) {
        return new Demands(
                span(Setting.response(severity), usual.response()),
                ladder(Setting.ladder(severity), usual.ladder()),
                Values.beat(value(Setting.updates(severity))).orElse(usual.updates()),
                usual.firstPublicNote(),
                usual.executiveBrief(),
                span(Setting.restore(severity), usual.restoreTarget()),
                usual.warRoom(),
                usual.statusPage(),
                usual.postmortemMeeting(),
                span(Setting.postmortem(severity), usual.postmortemApproved()),
                usual.postmortemForm(),
                time(Setting.soak(severity), usual.soak()));
    }

    private Ladder ladder(Setting setting, Ladder usual) {
        Optional<List<Span>> spans = Values.spans(value(setting), zone);
        if (spans.isEmpty()) {
            return usual;
        }
        var steps = new ArrayList<Ladder.Step>();
        for (int i = 0; i < usual.steps().size(); i++) {
            steps.add(new Ladder.Step(spans.get().get(i), usual.steps().get(i).calls()));
        }
        return new Ladder(steps);
    }

    private Span span(Setting setting, Span usual) {
        return Values.span(value(setting), zone).orElse(usual);
    }

    private Duration time(Setting setting, Duration usual) {
        return Values.time(value(setting)).orElse(usual);
    }

    private String value(Setting setting) {
        return organisation.value(setting);
    }
}
