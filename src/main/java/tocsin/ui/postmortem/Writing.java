package tocsin.ui.postmortem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.base.DeskId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact;

/// The texts of a postmortem while somebody writes in them: what is typed goes to the disk within [#PAUSE] and a force,
/// what others write comes in between the keys. Knows no node; confined to the JavaFX thread.
final class Writing {
    /// From a key to its words being sent; with the force of the disk it stays under 400 ms.
    static final Duration PAUSE = Duration.ofMillis(200);

    private static final Duration AGAIN = Duration.ofSeconds(3);
    /// A section's text may grow to this; a book belongs elsewhere.
    static final int MOST_CHARS = 1_000_000;

    private final Function<IncidentCommand, CompletableFuture<Answer>> deeds;
    private final Function<Answer.Refused, String> refusal;
    private final DeskId desk;
    private final PersonId author;
    private final Later later;
    private final BiConsumer<String, List<Prose.Change>> changed;
    private final Map<String, Pen> pens = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Saved());
    private final List<Recorded> early = new ArrayList<>();
    private final List<ProseFact> awaited = new ArrayList<>();
    private final List<Recorded> adopted = new ArrayList<>();
    private @Nullable Manuscript manuscript;
    private boolean due;
    private boolean underWay;
    private long acts;
    private @Nullable Runnable rereading;
    private boolean reading;

    /// Whether what one sees is on disk.
    sealed interface State {
        record Saved() implements State {}

        record Typed() implements State {}

        /// It is not, and why; the words stay and are tried again.
        record Held(String why) implements State {}
    }

    /// Does something on the JavaFX thread after a while.
    interface Later {
        void after(Duration pause, Runnable work);

        static Later on(Executor screen) {
            return (pause, work) -> CompletableFuture.delayedExecutor(
                            pause.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS, screen)
                    .execute(work);
        }
    }

    /// What writing needs from around it.
    ///
    /// @param refusal why a refused command did nothing, in one line
    /// @param changed told what became of a section's text when it was not typed here just now
    record Ground(
            Function<IncidentCommand, CompletableFuture<Answer>> deeds,
            Function<Answer.Refused, String> refusal,
            DeskId desk,
            PersonId author,
            Executor screen,
            Later later,
            BiConsumer<String, List<Prose.Change>> changed) {}

    private final Executor screen;

    Writing(Ground ground) {
        deeds = ground.deeds();
        refusal = ground.refusal();
        desk = ground.desk();
        author = ground.author();
        screen = ground.screen();
        later = ground.later();
        changed = ground.changed();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The texts as read from the journal. From here on they belong to this thread.
    void load(Manuscript read) {
        if (manuscript == null) {
            manuscript = read;
            early.forEach(this::take);
            early.clear();
        }
    }

    /// Words were erased: as soon as everything typed is on disk, the texts are read anew, and what was erased can be
    /// taken back by nobody.
    void reread(Runnable read) {
        rereading = read;
        readAnew();
    }

    private void readAnew() {
        Runnable read = rereading;
        if (read != null && manuscript != null && !reading && clean()) {
            reading = true;
            read.run();
        }
    }

    private boolean clean() {
        return !underWay && pens.values().stream().allMatch(Pen::clean);
    }

    /// What was read anew. Who typed meanwhile is waited for once more.
    void replace(Manuscript read) {
        Manuscript old = manuscript;
        reading = false;
        if (old != null && clean()) {
            rereading = null;
            pens.clear();
            texts.clear();
            manuscript = read;
            early.forEach(read::take);
            for (String section : old.keys()) {
                List<Prose.Change> changes = Repainting.of(old.text(section), read.text(section));
                if (!changes.isEmpty()) {
                    changed.accept(section, changes);
                }
            }
        }
        early.clear();
        readAnew();
    }

    boolean isLoaded() {
        return manuscript != null;
    }

    /// A fact that was forced, from whatever hand.
    void take(Recorded recorded) {
        if (manuscript == null) {
            // It may be younger than what is being read.
            early.add(recorded);
            return;
        }
        if (reading) {
            early.add(recorded);
        }
        if (recorded.fact() instanceof ProseFact fact) {
            texts.remove(fact.section());
            Pen pen = pens.get(fact.section());
            if (pen == null || !pen.takes(recorded)) {
                List<Prose.Change> changes = prose(fact.section()).taking(recorded);
                adopt(recorded, fact);
                if (!changes.isEmpty()) {
                    changed.accept(fact.section(), changes);
                }
            }
        }
    }

    Prose prose(String section) {
        Manuscript read = manuscript;
        if (read == null) {
            throw new IllegalStateException("nothing has been read yet");
        }
        return read.section(section);
    }

    /// Put together once and kept until a letter of it is another: many ask, and most texts stand still.
    String text(String section) {
        Manuscript read = manuscript;
        return read == null ? "" : texts.computeIfAbsent(section, read::text);
    }

    /// Whether nobody has written there, or all of it is gone; asked at every fact, so no text is put together for it.
    boolean isEmpty(String section) {
        return manuscript == null || manuscript.isEmpty(section);
    }

    /// What the editor did to a text. True if it fits; otherwise nothing was taken and the editor puts it back.
    boolean typed(String section, int at, int removed, String words) {
        if (prose(section).length() - removed + words.length() > MOST_CHARS) {
            return false;
        }
        texts.remove(section);
        pen(section).write(at, removed, words);
        soon(PAUSE);
        return true;
    }

    /// Changes that belong together, each on what the ones before it left; the editor is told. False if they do not
    /// fit.
    boolean change(String section, List<Prose.Change> changes) {
        if (changes.isEmpty() || !fits(section, changes)) {
            return false;
        }
        texts.remove(section);
        pen(section).writeAll(changes);
        turned(section, changes);
        return true;
    }

    /// Changes in several sections as one act, which is taken back in all of them from any of them. A section without
    /// changes only joins in taking back. False if they do not fit, and nothing is changed then.
    boolean changeAll(Map<String, List<Prose.Change>> changes) {
        if (!changes.entrySet().stream().allMatch(each -> fits(each.getKey(), each.getValue()))) {
            return false;
        }
        long together = ++acts;
        changes.forEach((section, all) -> {
            texts.remove(section);
            pen(section).writeAll(all, together);
            turned(section, all);
        });
        return true;
    }

    /// This person is about to bring these words into a section by another way than writing. They are taken back like
    /// what was written.
    void awaits(String section, List<ProseFact> facts) {
        awaited.clear();
        adopted.clear();
        pen(section);
        awaited.addAll(facts);
    }

    private void adopt(Recorded recorded, ProseFact fact) {
        if (recorded.id().desk().equals(desk) && awaited.remove(fact)) {
            adopted.add(recorded);
            if (awaited.isEmpty()) {
                pen(fact.section()).adopt(List.copyOf(adopted));
                adopted.clear();
            }
        }
    }

    boolean fits(String section, List<Prose.Change> changes) {
        long grows = changes.stream()
                .mapToLong(each -> each.words().length() - each.removed())
                .sum();
        return prose(section).length() + grows <= MOST_CHARS;
    }

    void undo(String section) {
        long together = pen(section).undoes();
        if (together == Pen.ALONE) {
            turned(section, pen(section).undo());
        } else {
            List.copyOf(pens.keySet()).forEach(each -> turned(each, pen(each).undo(together)));
        }
    }

    void redo(String section) {
        long together = pen(section).redoes();
        if (together == Pen.ALONE) {
            turned(section, pen(section).redo());
        } else {
            List.copyOf(pens.keySet()).forEach(each -> turned(each, pen(each).redo(together)));
        }
    }

    private void turned(String section, List<Prose.Change> changes) {
        if (!changes.isEmpty()) {
            texts.remove(section);
            changed.accept(section, changes);
            soon(PAUSE);
        }
    }

    private Pen pen(String section) {
        return pens.computeIfAbsent(section, key -> new Pen(desk, key, prose(key), author));
    }

    private void soon(Duration pause) {
        if (state.get() instanceof State.Saved) {
            state.set(new State.Typed());
        }
        if (!due) {
            due = true;
            later.after(pause, this::save);
        }
    }

    /// Sends what can be sent now; also called when somebody leaves.
    void save() {
        due = false;
        if (underWay) {
            // One at a time: what was typed meanwhile may hang on what is under way.
            return;
        }
        List<ProseFact> facts =
                pens.values().stream().flatMap(pen -> pen.send().stream()).toList();
        if (facts.isEmpty()) {
            return;
        }
        underWay = true;
        var _ = deeds.apply(new Write(facts)).whenCompleteAsync(this::answered, screen);
    }

    private void answered(@Nullable Answer answer, @Nullable Throwable failed) {
        underWay = false;
        Optional<String> why = switch (answer) {
            case Answer.Done _ -> Optional.empty();
            case Answer.Refused refused -> Optional.of(refusal.apply(refused));
            case null ->
                Optional.of(failed == null ? "" : String.valueOf(cause(failed).getMessage()));
        };
        if (why.isPresent()) {
            pens.values().forEach(Pen::giveBack);
            state.set(new State.Held(why.get()));
            soon(AGAIN);
        } else if (pens.values().stream().allMatch(Pen::clean)) {
            state.set(new State.Saved());
            readAnew();
        } else {
            state.set(new State.Typed());
            save();
        }
    }

    private static Throwable cause(Throwable failed) {
        return failed.getCause() == null ? failed : failed.getCause();
    }
}
