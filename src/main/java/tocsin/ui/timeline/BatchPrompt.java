package tocsin.ui.timeline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Safe;
import tocsin.base.Limits;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// What is to become of several lines or rows: many entries, one entry, or nothing.
record BatchPrompt(Batch batch, Form form, ZoneId zone, Words words, Inlet inlet) implements Prompt {
    private static final int SHOWN = 5;

    enum Form {
        /// May also be taken as one entry.
        PASTED,
        FILE
    }

    @Override
    public String title() {
        return words.get("paste.title");
    }

    @Override
    public String hint() {
        return words.get(form == Form.PASTED ? "paste.hint" : "paste.hint.file");
    }

    @Override
    public Reading read(String text) {
        String said = text.strip();
        if (said.isEmpty()) {
            return batch.sound() ? many() : faulty();
        }
        return form == Form.PASTED && said.equalsIgnoreCase("t") ? one() : new Wrong(hint());
    }

    private Reading many() {
        int count = batch.lines().size();
        var effects = new ArrayList<>(batch.preview(SHOWN, new Times(zone, words)));
        if (count > SHOWN) {
            effects.add(words.get("paste.more", words.number(count - SHOWN)));
        }
        String summary = words.get(form == Form.PASTED ? "paste.ready" : "paste.ready.file", words.number(count));
        return new Ready(
                summary, effects, List.of(), () -> write(batch.lines(), words.get("paste.done", words.number(count))));
    }

    /// Every one of them is named, to be read line by line; none of them can be taken.
    private Reading faulty() {
        if (batch.faults().isEmpty()) {
            return new Wrong(words.get("paste.empty"));
        }
        return new Wanting(
                words.get(
                        form == Form.PASTED ? "paste.faults" : "paste.faults.file",
                        words.number(batch.faults().size())),
                batch.faults().stream()
                        .map(fault -> Option.of("", Safe.line(fault), ""))
                        .toList());
    }

    private Reading one() {
        String whole = batch.whole().entry().text();
        return whole.length() > Limits.TEXT_CHARS
                ? new Wrong(words.get("paste.one.long", words.number(whole.length()), words.number(Limits.TEXT_CHARS)))
                : Ready.of(words.get("paste.one"), () -> write(List.of(batch.whole()), words.get("paste.one.done")));
    }

    private CompletableFuture<Outcome> write(List<Inlet.Line> lines, String done) {
        return inlet.write(lines).thenApply(answer -> switch (answer) {
            case Answer.Done _ -> new Done(done);
            case Answer.Refused(var why, var _) -> new Refused(words.refusal(why));
        });
    }
}
