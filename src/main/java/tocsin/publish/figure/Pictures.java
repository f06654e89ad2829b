package tocsin.publish.figure;

import java.util.Optional;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Figure;
import tocsin.publish.paper.Drawing;

/// Draws the figures of an analysis.
public final class Pictures {
    private Pictures() {}

    /// The picture of a figure, if there is anything in it. `effect` is what a fishbone points at: the
    /// incident's title.
    public static Optional<Drawing> of(Analysis analysis, Figure figure, String effect, Labels labels) {
        if (!analysis.has(figure)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (figure) {
                    case WHYS -> WhysPicture.draw(analysis, labels);
                    case FISHBONE -> new FishbonePicture(analysis, effect, labels).draw();
                    case FAULT -> FaultPicture.draw(analysis, labels);
                    case FACTORS, CHANGE, BARRIER -> TablePicture.draw(analysis, figure, labels);
                });
    }
}
