package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.HoldMeeting;
import tocsin.domain.incident.IncidentCommand.NoteMeeting;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;

/// People sit together over the document: the agenda with its time under the header, and a line for notes that has the
/// focus whenever nothing else was asked for.
final class Meeting implements Bench.Corner {
    private final Bench bench;
    private final Words words;
    private final MeetingModel model;
    private final MeetingPrompts prompts;
    private final ParkedPrompts parked;
    private final MeetingPane pane;
    private final Parent strip;

    /// @param kept where it outlives the window
    Meeting(Bench bench, Drafts kept, Screens screens) {
        this.bench = bench;
        words = bench.words();
        model = new MeetingModel(words, kept, bench.asking().now());
        prompts = new MeetingPrompts(words);
        parked = new ParkedPrompts(bench.asking(), bench.together());
        pane = new MeetingPane(words, this::note, model::draft, bench.relay());
        strip = pane.draw(screens);
        pane.note(model.draft());
        pane.show(model.strip(bench.asking().now()), model.notes());
    }

    @Override
    public Optional<Parent> strip() {
        return Optional.of(strip);
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(pane.side());
    }

    @Override
    public void show(Incident incident) {
        model.know(incident.review().talk());
        draw();
    }

    @Override
    public void tick(Instant now) {
        if (model.running()) {
            draw();
        }
    }

    private void draw() {
        pane.show(model.strip(bench.asking().now()), model.notes());
    }

    @Override
    public boolean enter() {
        if (model.running()) {
            pane.focus();
        }
        return model.running();
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.meeting");
        BooleanSupplier running = model::running;
        return List.of(
                Act.keyed(group, words.get("postmortem.act.meeting"), "F7", this::turn),
                Act.keyed(group, words.get("postmortem.act.point.next"), "Alt+Right", () -> step(1))
                        .when(running),
                Act.keyed(group, words.get("postmortem.act.point.previous"), "Alt+Left", () -> step(-1))
                        .when(running),
                Act.keyed(group, words.get("postmortem.act.deck"), "Alt+Q", () -> bench.ask(prompts.deck(this::asked)))
                        .when(running),
                Act.keyed(group, words.get("postmortem.act.parked"), "Alt+P", this::unpark),
                Act.keyed(group, words.get("postmortem.act.note"), "Alt+N", pane::focus)
                        .when(running));
    }

    private void unpark() {
        if (parked.list().isEmpty()) {
            bench.say(words.get("postmortem.parked.none"));
        } else {
            bench.ask(parked.ask());
        }
    }

    private void turn() {
        if (model.running()) {
            end();
        } else {
            bench.ask(prompts.begin(this::begin));
        }
    }

    private void begin(Agenda agenda) {
        model.begin(agenda, bench.asking().now());
        draw();
    }

    private void step(int by) {
        model.step(by, bench.asking().now());
        draw();
    }

    private void asked(String question) {
        pane.note(question + " ");
    }

    private void note(String typed) {
        MeetingModel.Line line = MeetingModel.Line.of(typed);
        if (!line.text().isEmpty()) {
            String done = line.kind() == MeetingNote.Kind.PARKED ? words.get("postmortem.meeting.parked.one") : "";
            act(new NoteMeeting(line.kind(), line.text()), done, () -> pane.written(typed), () -> {});
        }
    }

    private void end() {
        Instant now = bench.asking().now();
        model.end().ifPresent(held -> {
            draw();
            bench.editor().focus();
            act(
                    new HoldMeeting(held.started(), now),
                    words.get("postmortem.meeting.held", words.span(held.taken(now))),
                    () -> {},
                    () -> {
                        model.resume(held);
                        draw();
                    });
        });
    }

    private void act(IncidentCommand command, String done, Runnable then, Runnable otherwise) {
        var _ = bench.asking()
                .deeds()
                .act(command)
                .whenCompleteAsync((answer, failed) -> answered(answer, failed, done, then, otherwise), bench.relay());
    }

    private void answered(
            @Nullable Answer answer, @Nullable Throwable failed, String done, Runnable then, Runnable otherwise) {
        switch (answer) {
            case Answer.Done _ -> {
                then.run();
                if (!done.isEmpty()) {
                    bench.say(done);
                }
            }
            case Answer.Refused(var why, var _) -> {
                otherwise.run();
                bench.say(words.refusal(why));
            }
            case null -> {
                otherwise.run();
                bench.say(words.get("prompt.failed", failed == null ? "" : String.valueOf(failed.getMessage())));
            }
        }
    }
}
