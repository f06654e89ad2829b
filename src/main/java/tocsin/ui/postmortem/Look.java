package tocsin.ui.postmortem;

import java.util.List;
import java.util.function.Function;

/// The look of the document beside its text, and what was found in the words: brought from the texts to the pane.
///
/// @param proofs the texts of these sections as they stand
/// @param wording told what was found
record Look(
        Bench bench,
        PostmortemModel model,
        PostmortemPane pane,
        FigureDesk figures,
        Phrases words,
        Function<List<String>, Proof> proofs,
        WordingCorner wording)
        implements Typesetter.Desk {
    @Override
    public boolean isOpen() {
        return bench.writing().isLoaded() && !section().isEmpty() && !figures.isOpen();
    }

    @Override
    public String section() {
        return bench.editor().section();
    }

    @Override
    public boolean isWhole() {
        return pane.view() == PostmortemPane.View.LOOK;
    }

    @Override
    public Proof proof() {
        return proofs.apply(isWhole() ? Proof.everything(bench.template().get()) : List.of(section()));
    }

    @Override
    public Phrases.Snapshot phrases() {
        return words.snapshot(section());
    }

    @Override
    public void set(Typesetter.Sheet sheet) {
        if (!sheet.section().equals(section())) {
            return;
        }
        // A figure may have been opened meanwhile, which has no words to count.
        if (!figures.isOpen()) {
            model.count(sheet.words());
        }
        pane.look(sheet.blocks());
        model.show(sheet.findings(), sheet.text());
        wording.found(sheet);
    }
}
