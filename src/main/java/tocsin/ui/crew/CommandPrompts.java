package tocsin.ui.crew;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.BriefText;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.base.PersonId;
import tocsin.domain.incident.Brief;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Rules;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// How command moves: offered with a brief, moved by a yes, or taken formally. And who had it at any minute.
final class CommandPrompts {
    private static final int SHOWN_LINES = 18;

    private final Desk desk;

    CommandPrompts(Desk desk) {
        this.desk = desk;
    }

    Prompt handOver(Role role) {
        People people = desk.people();
        String title = role == Role.COMMANDER
                ? desk.say("crew.handover")
                : desk.say("crew.handover.role", desk.words().role(role));
        return new Line(
                title,
                desk.say("crew.handover.hint"),
                "",
                text -> desk.person(people, text, name -> name, Optional.of(role), person -> offer(role, person)));
    }

    private Prompt.Reading offer(Role role, PersonId to) {
        Optional<String> refusal = desk.refusal(new IncidentCommand.OfferHandover(role, to, "", ""));
        if (refusal.isPresent()) {
            return new Prompt.Wrong(refusal.get());
        }
        String ask = desk.say("crew.handover.ready", Desk.name(to), desk.words().role(role));
        return new Prompt.Ready(
                ask,
                List.of(desk.say("crew.handover.stays")),
                List.of(),
                () -> brief().thenApply(brief -> new Prompt.Next(worry(role, to, brief))));
    }

    /// Composed on another thread: it reads the whole log.
    private CompletableFuture<String> brief() {
        var incident = desk.incident();
        Rules rules = desk.sight().get().rules();
        var now = desk.now();
        return CompletableFuture.supplyAsync(() -> BriefText.of(Brief.of(incident, rules, now), incident.zone()));
    }

    /// The brief is shown before it is offered; whoever leaves adds only what worries them.
    private Prompt worry(Role role, PersonId to, String brief) {
        List<String> lines = shown(brief, "");
        return new Line(desk.say("crew.worry"), desk.say("crew.worry.hint"), "", text -> {
            var command = new IncidentCommand.OfferHandover(role, to, text.strip(), brief);
            return desk.ready(
                    desk.say("crew.worry.ready", Desk.name(to)),
                    lines,
                    List.of(),
                    new Desk.Asked(command, desk.say("crew.worry.done", Desk.name(to))));
        });
    }

    private List<String> shown(String brief, String worry) {
        var lines = new ArrayList<String>();
        if (!worry.isEmpty()) {
            lines.add(desk.say("crew.worries", Safe.line(worry)));
        }
        brief.lines().map(Safe::line).forEach(lines::add);
        if (lines.size() > SHOWN_LINES) {
            int more = lines.size() - SHOWN_LINES + 1;
            lines.subList(SHOWN_LINES - 1, lines.size()).clear();
            lines.add(desk.say("crew.brief.more", more));
        }
        return List.copyOf(lines);
    }

    /// What the person before the screen can answer: an offer to them, or one they may take back.
    Optional<Prompt> answer() {
        List<Offer> open = desk.incident().crew().offers().stream()
                .filter(Offer::open)
                .sorted(java.util.Comparator.comparing(Offer::role))
                .toList();
        Optional<Prompt> mine = open.stream()
                .filter(offer -> offer.to().equals(desk.deeds().operator()))
                .findFirst()
                .map(this::accept);
        return mine.or(() -> open.stream()
                .filter(offer -> CommandModel.mayWithdraw(
                        offer, desk.incident(), desk.deeds().operator()))
                .findFirst()
                .map(this::withdraw));
    }

    private Prompt accept(Offer offer) {
        String role = desk.words().role(offer.role());
        List<String> lines = shown(offer.brief(), offer.worry());
        return new Line(desk.say("crew.accept", role), desk.say("crew.accept.hint"), "", text -> {
            String said = text.strip();
            if (said.isEmpty() || said.toLowerCase(Locale.ROOT).equals("y")) {
                return desk.ready(
                        desk.say("crew.accept.ready", Desk.name(offer.from()), role),
                        lines,
                        List.of(),
                        new Desk.Asked(
                                new IncidentCommand.AcceptHandover(offer.role()), desk.say("crew.accept.done", role)));
            }
            return desk.ready(
                    desk.say("crew.decline.ready", Desk.name(offer.from()), Safe.line(said)),
                    lines,
                    List.of(),
                    new Desk.Asked(
                            new IncidentCommand.DeclineHandover(offer.role(), said), desk.say("crew.decline.done")));
        });
    }

    private Prompt withdraw(Offer offer) {
        String role = desk.words().role(offer.role());
        return new Line(
                desk.say("crew.withdraw"),
                desk.say("crew.withdraw.hint"),
                "",
                _ -> desk.ready(
                        desk.say("crew.withdraw.ready", Desk.name(offer.to()), role),
                        List.of(),
                        List.of(),
                        new Desk.Asked(
                                new IncidentCommand.WithdrawHandover(offer.role()), desk.say("crew.withdraw.done"))));
    }

    /// Somebody takes command without having been asked: openly, and with a reason in the log.
    Prompt take() {
        return new Line(desk.say("crew.take"), desk.say("crew.take.hint"), "", text -> {
            PersonId me = desk.deeds().operator();
            var effects = new ArrayList<String>();
            desk.incident().commander().ifPresent(held -> effects.add(desk.say("crew.take.from", Desk.name(held))));
            if (desk.incident().severity().isAtLeast(Severity.SEV2)) {
                desk.incident().crew().rolesOf(me).stream()
                        .distinct()
                        .forEach(role -> effects.add(
                                desk.say("crew.take.laysDown", desk.words().role(role))));
            }
            return desk.ready(
                    desk.say("crew.take.ready", Desk.name(me)),
                    effects,
                    List.of(),
                    new Desk.Asked(new IncidentCommand.TakeCommand(text.strip()), desk.say("crew.take.done")));
        });
    }

    /// Answers "who was in command at 14:07?", and with a role behind the time, who held that.
    Prompt whoAt() {
        return new Line(desk.say("crew.at"), desk.say("crew.at.hint"), "", text -> {
            String said = text.strip();
            if (said.isEmpty()) {
                return Line.wanting(desk.say("crew.at.say"));
            }
            var reader = new TimeReader(desk.now(), desk.incident().zone());
            int last = said.lastIndexOf(' ');
            List<Role> named = last < 0 ? List.of() : RoleLetters.read(said.substring(last + 1), desk.words());
            boolean role = named.size() == 1 && reader.read(said) instanceof TimeReading.Unreadable;
            return switch (reader.read(role ? said.substring(0, last) : said)) {
                case TimeReading.Read read -> told(role ? named.getFirst() : Role.COMMANDER, read);
                case TimeReading.Unreadable(var why) ->
                    new Prompt.Wrong(desk.words().refusal(why));
            };
        });
    }

    private Prompt.Reading told(Role role, TimeReading.Read at) {
        Words words = desk.words();
        String when = at.words(words.texts());
        var crew = desk.incident().crew();
        Optional<Term> term = crew.holderAt(role, at.instant())
                .flatMap(person -> crew.terms().stream()
                        .filter(each ->
                                each.role() == role && each.person().equals(person) && each.heldAt(at.instant()))
                        .reduce((_, later) -> later));
        var moments = new Moments(desk.incident().zone(), desk.now(), words);
        String answer = term.map(held -> held.renouncedAt()
                        .map(end -> desk.say(
                                "crew.at.from",
                                when,
                                Desk.name(held.person()),
                                words.role(role),
                                moments.at(held.assumedAt()),
                                moments.at(end)))
                        .orElseGet(() -> desk.say(
                                "crew.at.since",
                                when,
                                Desk.name(held.person()),
                                words.role(role),
                                moments.at(held.assumedAt()))))
                .orElseGet(() -> desk.say("crew.at.nobody", when, words.role(role)));
        return Prompt.Ready.of(answer, () -> CompletableFuture.completedFuture(new Prompt.Done(answer)));
    }
}
