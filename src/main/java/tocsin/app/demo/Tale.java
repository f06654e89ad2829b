package tocsin.app.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.LifeFact.TitleChanged;
import tocsin.domain.incident.StampName;
import tocsin.domain.timeline.EntryKind;

/// The acts of one incident as they are told, with a minute hand that goes on a little after each.
final class Tale {
    private static final LocalTime OFFICE_OPENS = LocalTime.of(9, 10);
    private static final LocalTime OFFICE_SHUTS = LocalTime.of(16, 30);

    private final Script script;
    private final ZoneId zone;
    private final Random dice;
    private final String name;
    private Instant at;
    private @Nullable Ref opening;

    Tale(Script script, ZoneId zone, Random dice, String name, Instant begin) {
        this.script = script;
        this.zone = zone;
        this.dice = dice;
        this.name = name;
        this.at = begin;
    }

    Instant at() {
        return at;
    }

    ZoneId zone() {
        return zone;
    }

    void open(PersonId who, IncidentCommand command) {
        opening = script.add(
                at,
                words(who, command.toString()),
                console -> console.declare(new Gesture.Opening(who, Optional.empty(), zone, command)));
        rest();
    }

    IncidentId id() {
        Ref first = opening;
        if (first == null) {
            throw new IllegalStateException("not begun: " + name);
        }
        return first.incident();
    }

    Ref act(PersonId who, IncidentCommand command) {
        return actOn(who, command.getClass().getSimpleName(), () -> command);
    }

    /// For commands that point at what came of an earlier act.
    Ref actOn(PersonId who, String words, Supplier<IncidentCommand> command) {
        Ref ref = script.add(at, words(who, words), console -> console.act(Gesture.of(who, id(), command.get())));
        rest();
        return ref;
    }

    /// Something that happened before it was written down.
    Ref late(PersonId who, Duration ago, IncidentCommand command) {
        Instant then = at.minus(ago);
        Ref ref = script.add(
                at,
                words(who, command.toString()),
                console -> console.act(Gesture.of(who, id(), command).at(Optional.of(then))));
        rest();
        return ref;
    }

    /// One act on two incidents: both, or neither.
    void together(PersonId who, Supplier<IncidentCommand> here, Tale there, Supplier<IncidentCommand> onThere) {
        script.add(
                at,
                words(who, "merges"),
                console -> console.act(new Gesture(
                        who,
                        Optional.empty(),
                        List.of(new Gesture.Step(id(), here.get()), new Gesture.Step(there.id(), onThere.get())))));
        rest();
    }

    Ref say(PersonId who, EntryKind kind, String text) {
        return act(who, new AddEntry(kind, text));
    }

    Ref note(PersonId who, String text) {
        return say(who, EntryKind.NOTE, text);
    }

    Ref stamp(PersonId who, StampName stamp, PersonId whose, String note) {
        return act(who, new SetStamp(stamp, Optional.of(whose), note));
    }

    /// An act of some later minute that may also not have come yet. Told aside: the minute hand stays.
    void afterwards(Duration later, PersonId who, String words, Supplier<IncidentCommand> command) {
        Instant then = at.plus(later);
        if (!then.isAfter(script.end())) {
            script.add(then, words(who, words), console -> console.act(Gesture.of(who, id(), command.get())));
        }
    }

    /// The minute hand of a tale that is told out of order.
    void moveTo(Instant moment) {
        at = moment;
    }

    /// A title given on another desk that was offline; the line about it is written here when that desk is back.
    void elsewhere(PersonId who, List<String> words) {
        Instant then = script.end().minusSeconds(540);
        var desk = new OtherDesk(then.minusSeconds(420), new PersonId(words.getFirst()));
        var renamed = new TitleChanged(name, words.get(1));
        moveTo(then.minusSeconds(600));
        act(who, new Retitle(words.get(2)));
        moveTo(then);
        script.add(
                at,
                words(who, "a desk is back"),
                console -> desk.writes(console, id(), renamed)
                        .thenCompose(
                                _ -> console.act(Gesture.of(who, id(), new AddEntry(EntryKind.NOTE, words.get(3))))));
    }

    void pass(Duration time) {
        at = at.plus(time);
    }

    void passUntil(Instant moment) {
        if (moment.isAfter(at)) {
            at = moment;
        }
    }

    Duration minutes(int low, int high) {
        return Duration.ofSeconds(low * 60L + dice.nextInt((high - low) * 60 + 1));
    }

    /// The next moment at which people sit at their desks.
    void nextOfficeHour() {
        ZonedDateTime local = at.atZone(zone);
        if (local.toLocalTime().isAfter(OFFICE_SHUTS)) {
            local = local.plusDays(1).with(OFFICE_OPENS).plusMinutes(dice.nextInt(90));
        } else if (local.toLocalTime().isBefore(OFFICE_OPENS)) {
            local = local.with(OFFICE_OPENS).plusMinutes(dice.nextInt(90));
        }
        while (local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY) {
            local = local.plusDays(1);
        }
        passUntil(local.toInstant());
    }

    private void rest() {
        at = at.plusMillis(4_000 + dice.nextInt(26_000));
    }

    private String words(PersonId who, String what) {
        return name + ": " + who + ": " + what;
    }
}
