package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.incident.Story;
import tocsin.domain.postmortem.Talk;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// Somebody before the postmortem of a story, with its texts beside it: lines in, facts and words out.
final class Table implements Deeds {
    static final Words WORDS = Words.in(Locale.ENGLISH);
    static final String SECTION = "summary";

    final Story story;
    final Writing writing;
    final Asking asking;
    final List<String> said = new ArrayList<>();
    private PersonId me = Story.ANA;
    private int told;

    private Table(Story story) {
        this.story = story;
        asking = new Asking(
                this,
                WORDS,
                story::time,
                () -> Optional.of(Sight.now(story.now(), Story.RULES)),
                () -> Story.CHECKLISTS,
                () -> List.of(Story.EVE));
        writing = new Writing(new Writing.Ground(
                this::act, _ -> "refused", Story.DESK, Story.ANA, Runnable::run, (_, _) -> {}, (_, _) -> {}));
        writing.load(new Manuscript(Story.DESK));
        hear();
    }

    static Table of(Story story) {
        return new Table(story);
    }

    Table by(PersonId person) {
        me = person;
        return this;
    }

    /// Words that are on disk, at the end of the section.
    Table writes(String words) {
        Prose prose = writing.prose(SECTION);
        var last = prose.length() == 0 ? Optional.<tocsin.domain.prose.Spot>empty() : prose.spot(prose.length() - 1);
        var _ = act(new Write(List.of(new TextInserted(SECTION, last, Side.AFTER, words))));
        return this;
    }

    /// What stands in the section.
    String text() {
        return writing.text(SECTION);
    }

    Chosen chooses(String quote) {
        int at = text().indexOf(quote);
        return new Chosen(writing, SECTION, at, at + quote.length());
    }

    Talk talk() {
        return story.now().review().talk();
    }

    List<Remark> remarks() {
        return Remark.about(SECTION, talk());
    }

    /// The words that are marked in the text, each with its style.
    List<String> marked() {
        return TalkMarks.of(remarks(), writing.prose(SECTION)).stream()
                .map(mark -> mark.style() + " " + text().substring(mark.from(), mark.to()))
                .toList();
    }

    static Prompt.Ready ready(Prompt prompt, String text) {
        if (prompt.read(text) instanceof Prompt.Ready ready) {
            return ready;
        }
        throw new AssertionError(prompt.read(text));
    }

    static Prompt.Outcome enter(Prompt prompt, String text) {
        return ready(prompt, text).run().get().join();
    }

    private void hear() {
        List<Recorded> facts = story.history().facts();
        for (Recorded fact : List.copyOf(facts).subList(told, facts.size())) {
            writing.take(fact);
        }
        told = facts.size();
    }

    @Override
    public PersonId operator() {
        return me;
    }

    @Override
    public CompletableFuture<Answer> act(IncidentCommand command, Optional<java.time.Instant> occurredAt) {
        story.by(me).does(command);
        hear();
        return CompletableFuture.completedFuture(new Answer.Done(story.now(), List.of()));
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return act(command).thenApply(_ -> new Prompt.Done(done));
    }

    @Override
    public void ask(Prompt prompt) {
        throw new AssertionError("nothing else is asked");
    }

    @Override
    public void say(String line) {
        said.add(line);
    }
}
