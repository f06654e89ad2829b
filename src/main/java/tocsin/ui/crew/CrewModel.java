package tocsin.ui.crew;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.roster.Crew;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Span;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Hypothesis;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Timeline;
import tocsin.ui.kit.Flag;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Sight;

/// What stands at the left of a room: command, roles, tasks and hypotheses. Lives on the JavaFX thread, knows no node.
public final class CrewModel {
    private static final int REACH = 7;

    private final Words words;
    private final CommandModel command;
    private final TasksModel tasks;
    private final RowList<Holding> roles = new RowList<>();
    private final RowList<Lead> leads = new RowList<>();
    private final RowList<Lead> polls = new RowList<>();
    private final ReadOnlyStringWrapper span = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Tone> spanTone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final ReadOnlyBooleanWrapper present = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Flag> peopleFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final ReadOnlyObjectWrapper<Flag> tasksFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final ReadOnlyObjectWrapper<Flag> ideasFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private Optional<Sight> sight = Optional.empty();

    /// One role with who holds it, or that nobody does.
    ///
    /// @param note since when and how long, shown when pointed at
    /// @param word the role as it is written in a prompt
    public record Holding(String role, String holder, String note, Tone tone, String word) {}

    /// What is believed or asked.
    public record Lead(String text, String note, Standing standing) {
        public enum Standing {
            OPEN,
            SUPPORTED,
            REFUTED,
            ASKED
        }
    }

    CrewModel(Words words, PersonId operator) {
        this.words = words;
        this.command = new CommandModel(words, operator);
        this.tasks = new TasksModel(words);
    }

    void show(Sight fresh, Instant wall) {
        sight = Optional.of(fresh);
        present.set(!fresh.isPast());
        tick(wall);
        Timeline timeline = fresh.incident().timeline();
        leads.show(leads(timeline));
        polls.show(polls(timeline));
        ideasFlag.set(Flag.of(Stream.concat(polls.stream(), leads.stream())
                .map(Lead::standing)
                .filter(standing -> standing == Lead.Standing.OPEN || standing == Lead.Standing.ASKED)
                .map(standing -> standing == Lead.Standing.ASKED ? Flag.Urgency.OPEN : Flag.Urgency.CALM)));
    }

    void tick(Instant wall) {
        sight.ifPresent(known -> tick(known, known.moment(wall)));
    }

    private void tick(Sight known, Instant now) {
        Incident incident = known.incident();
        var moments = new Moments(incident.zone(), now, words);
        command.show(known, now);
        roles.show(roles(incident, moments));
        int reports = incident.crew().directReports();
        span.set(words.get("crew.span.of", words.number(reports), words.number(REACH)));
        spanTone.set(
                switch (Span.of(reports)) {
                    case GOOD -> Tone.PLAIN;
                    case WIDE -> Tone.SOON;
                    case OVERWHELMED -> Tone.OVER;
                });
        tasks.show(incident.timeline(), moments);
        peopleFlag.set(Flag.of(Stream.of(
                        Stream.of(command.getTone(), command.getDutyTone(), spanTone.get()),
                        command.getOffers().stream().map(CommandModel.Asked::tone),
                        roles.stream().map(Holding::tone))
                .flatMap(tones -> tones)
                .flatMap(tone -> tone.urgency().stream())));
        tasksFlag.set(Flag.of(
                tasks.getCards().stream().map(card -> card.getTone().urgency().orElse(Flag.Urgency.CALM))));
    }

    private List<Holding> roles(Incident incident, Moments moments) {
        Crew crew = incident.crew();
        List<Role> needed = Vacancies.needed(incident, moments.now());
        var rows = new ArrayList<Holding>();
        for (Role role : Role.values()) {
            if (role == Role.COMMANDER) {
                continue;
            }
            List<Term> held =
                    crew.current().stream().filter(term -> term.role() == role).toList();
            held.forEach(term -> rows.add(holding(term, needed.contains(role), moments)));
            if (held.isEmpty() && needed.contains(role)) {
                rows.add(new Holding(
                        words.role(role),
                        words.get("crew.vacant"),
                        words.get("crew.vacant.note", incident.severity()),
                        Tone.SOON,
                        RoleLetters.of(role)));
            }
        }
        return rows;
    }

    /// Somebody who commands a grave incident has no hands for another role: it counts as vacant.
    private Holding holding(Term term, boolean vacant, Moments moments) {
        String since =
                words.get("crew.since", moments.at(term.assumedAt()), words.span(moments.since(term.assumedAt())));
        String role = term.team()
                .map(team -> words.get("crew.team", words.role(term.role()), Safe.line(team)))
                .orElse(words.role(term.role()));
        return new Holding(
                role,
                Safe.line(term.person().name()),
                vacant ? words.get("crew.busy.note", since) : since,
                vacant ? Tone.SOON : Tone.PLAIN,
                RoleLetters.of(term.role()));
    }

    private List<Lead> leads(Timeline timeline) {
        var rows = new ArrayList<Lead>();
        for (Entry entry : timeline.theories()) {
            timeline.hypothesis(entry.id()).ifPresent(standing -> rows.add(lead(entry, standing)));
        }
        rows.sort(java.util.Comparator.comparingInt(lead -> rank(lead.standing())));
        return List.copyOf(rows);
    }

    private Lead lead(Entry entry, Hypothesis standing) {
        HypothesisStatus status = entry.struck() ? HypothesisStatus.REFUTED : standing.status();
        String note =
                entry.struck() ? words.get("crew.lead.struck") : words.texts().name("hypothesis", status);
        String evidence = Safe.line(standing.evidence());
        return new Lead(
                Safe.line(entry.text()),
                evidence.isEmpty() ? note : note + ": " + evidence,
                Lead.Standing.valueOf(status.name()));
    }

    private static int rank(Lead.Standing standing) {
        return switch (standing) {
            case SUPPORTED -> 0;
            case OPEN, ASKED -> 1;
            case REFUTED -> 2;
        };
    }

    private List<Lead> polls(Timeline timeline) {
        if (timeline.decisions().values().stream().noneMatch(each -> each.poll() == Decision.Poll.OPEN)) {
            return List.of();
        }
        var rows = new ArrayList<Lead>();
        for (Entry entry : timeline.entries()) {
            if (entry.kind() == EntryKind.DECISION && !entry.struck()) {
                timeline.decision(entry.id())
                        .filter(decision -> decision.poll() == Decision.Poll.OPEN)
                        .ifPresent(decision -> rows.add(new Lead(
                                Safe.line(entry.text()),
                                objections(decision.objections().size()),
                                Lead.Standing.ASKED)));
            }
        }
        return List.copyOf(rows);
    }

    private String objections(int count) {
        return count == 1 ? words.get("crew.poll.one") : words.get("crew.poll.many", words.number(count));
    }

    Optional<Sight> sight() {
        return sight;
    }

    public CommandModel getCommand() {
        return command;
    }

    public TasksModel getTasks() {
        return tasks;
    }

    public ObservableList<Holding> getRoles() {
        return roles;
    }

    public ObservableList<Lead> getLeads() {
        return leads;
    }

    public ObservableList<Lead> getPolls() {
        return polls;
    }

    public String getSpan() {
        return span.get();
    }

    public ReadOnlyStringProperty spanProperty() {
        return span.getReadOnlyProperty();
    }

    public Tone getSpanTone() {
        return spanTone.get();
    }

    public ReadOnlyObjectProperty<Tone> spanToneProperty() {
        return spanTone.getReadOnlyProperty();
    }

    public boolean isPresent() {
        return present.get();
    }

    /// Whether this is now: only then can anything be done, and keys are shown.
    public ReadOnlyBooleanProperty presentProperty() {
        return present.getReadOnlyProperty();
    }

    public Flag getPeopleFlag() {
        return peopleFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> peopleFlagProperty() {
        return peopleFlag.getReadOnlyProperty();
    }

    public Flag getTasksFlag() {
        return tasksFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> tasksFlagProperty() {
        return tasksFlag.getReadOnlyProperty();
    }

    public Flag getIdeasFlag() {
        return ideasFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> ideasFlagProperty() {
        return ideasFlag.getReadOnlyProperty();
    }
}
