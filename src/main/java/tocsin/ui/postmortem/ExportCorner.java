package tocsin.ui.postmortem;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import tocsin.app.postmortem.AttachedPictures;
import tocsin.app.postmortem.Draft;
import tocsin.domain.incident.Incident;
import tocsin.ui.kit.Act;

/// Writes the document to a file, as it stood when it was asked for.
///
/// @param reports where files go
record ExportCorner(Bench bench, Path reports, Function<Incident, AttachedPictures> pictures) implements Bench.Corner {
    @Override
    public void show(Incident incident) {}

    @Override
    public List<Act> acts() {
        return List.of(Act.keyed(
                bench.words().get("keys.postmortem"),
                bench.words().get("postmortem.act.export"),
                Key.EXPORT.code(),
                this::export));
    }

    private void export() {
        Draft draft = bench.draft().get();
        bench.ask(new ExportPrompt(
                bench.words(),
                bench.incident().id().number(),
                reports,
                () -> draft,
                () -> pictures.apply(draft.incident()),
                bench.slowly()));
    }
}
