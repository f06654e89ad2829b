package tocsin.app.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.ForceFullForm;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.ReturnPostmortem;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;

/// What is learned once the responders have gone: the review in office hours, STOP 1 to 3, and the actions worked off.
final class Aftermath {
    private final Scene scene;
    private final Tale tale;
    private final Cast cast;
    private final PersonId commander;
    private final Chatter chatter;
    private final Random dice;

    Aftermath(Scene scene, Tale tale, Cast cast, PersonId commander, Chatter chatter, Random dice) {
        this.scene = scene;
        this.tale = tale;
        this.cast = cast;
        this.commander = commander;
        this.chatter = chatter;
        this.dice = dice;
    }

    private PersonId owner() {
        return cast.expert();
    }

    void begin() {
        tale.act(commander, new OpenPostmortem(owner(), Optional.empty()));
    }

    void run(boolean unowned) {
        if (unowned) {
            begin();
        }
        if (scene.has("full")) {
            tale.act(commander, new ForceFullForm(scene.one("full")));
        }
        tale.pass(tale.minutes(60, 300));
        tale.nextOfficeHour();
        write();
        if (scene.ending().equals("postmortem")) {
            if (scene.with("in-review")) {
                tale.act(owner(), new RequestReview());
            }
            return;
        }
        review();
        var actions = scene.allParts("action").size();
        if (scene.ending().equals("hardening")) {
            tale.note(owner(), chatter.phrase("hardening"));
            return;
        }
        harden(actions);
    }

    private void write() {
        List<String> impact = scene.parts("impact");
        tale.act(owner(), new StateImpact(impact.getFirst(), impact.get(1), impact.get(2)));
        tale.pass(tale.minutes(6, 30));
        // A draft may still be without its cause; a review may not.
        if (scene.has("cause") || !scene.ending().equals("postmortem")) {
            List<String> cause = scene.parts("cause");
            tale.act(owner(), new StateCause(cause.getFirst(), cause.get(1)));
        }
        text("summary", impact.getFirst() + ".\n\nWhat it meant: " + impact.get(2) + ".");
        if (scene.has("cause")) {
            List<String> cause = scene.parts("cause");
            text(
                    "cause",
                    "The rule that was to stop this is **" + cause.getFirst() + "**.\n\n- How it got through: "
                            + cause.get(1)
                            + "\n- Nobody had a signal before customers had one\n\nThe rows it rests on:\n\n"
                            + "{timeline: decisions}\n");
        }
        tale.note(owner(), chatter.phrase("review"));
    }

    private void text(String section, String words) {
        tale.act(owner(), new Write(List.of(new TextInserted(section, Optional.empty(), Side.AFTER, words))));
    }

    private void review() {
        tale.pass(tale.minutes(30, 240));
        tale.nextOfficeHour();
        LocalDate day = LocalDate.ofInstant(tale.at(), tale.zone());
        boolean first = true;
        for (List<String> action : scene.allParts("action")) {
            var item = tale.act(
                    owner(),
                    new AddAction(
                            ActionKind.valueOf(action.getFirst()),
                            action.get(1),
                            dice.nextBoolean() ? cast.operations() : owner(),
                            day.plusDays(3 + dice.nextInt(26)),
                            action.get(2)));
            boolean drops = scene.has("dropped") && !first;
            if (drops) {
                tale.afterwards(
                        Duration.ofHours(20 + dice.nextInt(60)),
                        owner(),
                        "drops an action",
                        () -> new DropAction(item.fact(), scene.one("dropped")));
            } else if (dice.nextInt(5) < 3) {
                String evidence = chatter.phrase("done");
                tale.afterwards(
                        Duration.ofHours(30 + dice.nextInt(120)),
                        cast.operations(),
                        "finishes an action",
                        () -> new FinishAction(item.fact(), evidence));
            }
            first = false;
        }
        tale.stamp(cast.deputy(), StampName.REVIEW_HELD, cast.deputy(), chatter.phrase("held"));
        tale.act(owner(), new RequestReview());
        if (scene.has("returned")) {
            tale.pass(tale.minutes(40, 120));
            tale.act(cast.approver(), new ReturnPostmortem(scene.one("returned")));
            tale.pass(tale.minutes(40, 180));
            tale.note(owner(), chatter.phrase("review"));
            tale.act(owner(), new RequestReview());
        }
        tale.pass(tale.minutes(100, 1000));
        tale.nextOfficeHour();
        tale.act(cast.approver(), new ApprovePostmortem());
    }

    private void harden(int actions) {
        tale.pass(tale.minutes(120, 1400));
        tale.nextOfficeHour();
        if (scene.with("waived-stop")) {
            tale.act(
                    commander,
                    new Waive(
                            Gates.STOP_3,
                            scene.parts("waiver").getFirst(),
                            Optional.of(cast.approver()),
                            Optional.empty()));
        } else {
            List<String> rule = scene.parts("harden");
            tale.act(
                    owner(),
                    new RecordHardening(new Hardening(
                            rule.getFirst(),
                            rule.get(1),
                            Hardening.Slip.values()[dice.nextInt(4)],
                            rule.get(2),
                            rule.get(3),
                            rule.get(4),
                            cast.verifier())));
            tale.pass(tale.minutes(20, 200));
            tale.act(owner(), new RecordMerge(chatter.phrase("merge"), OldCase.NOW_FAILS));
        }
        tale.pass(tale.minutes(5, 50));
        if (actions > 0) {
            tale.note(commander, chatter.phrase("closing"));
        }
        tale.act(commander, new Move(Phase.CLOSED, ""));
    }
}
