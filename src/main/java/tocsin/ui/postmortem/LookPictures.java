package tocsin.ui.postmortem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import tocsin.publish.Pictures;
import tocsin.ui.kit.PictureSize;

/// The incident's own pictures for the look of the document. One that was never seen is read away from the screen, and
/// the
/// look is told when it is there. On the JavaFX thread.
final class LookPictures {
    private static final long MOST_PIXELS = 40_000_000;
    private static final double WIDTH = 1_280;

    private final Map<String, Optional<Image>> known = new HashMap<>();
    private final Supplier<Pictures> pictures;
    private final Executor slowly;
    private final Executor screen;
    private final Runnable arrived;

    /// @param pictures those of the incident as it stands; their bytes are asked for away from the screen
    LookPictures(Supplier<Pictures> pictures, Executor slowly, Executor screen, Runnable arrived) {
        this.pictures = pictures;
        this.slowly = slowly;
        this.screen = screen;
        this.arrived = arrived;
    }

    Optional<Image> of(String sha256) {
        Optional<Image> found = known.get(sha256);
        if (found != null) {
            return found;
        }
        known.put(sha256, Optional.empty());
        Pictures now = pictures.get();
        slowly.execute(() -> now.bytes(sha256)
                .flatMap(LookPictures::image)
                .ifPresent(image -> screen.execute(() -> {
                    known.put(sha256, Optional.of(image));
                    arrived.run();
                })));
        return Optional.empty();
    }

    /// Nothing for what is no picture, or unfolds into more than a screen can use.
    private static Optional<Image> image(byte[] bytes) {
        try {
            if (PictureSize.pixels(new ByteArrayInputStream(bytes)) > MOST_PIXELS) {
                return Optional.empty();
            }
        } catch (IOException cutShort) {
            return Optional.empty();
        }
        var image = new Image(new ByteArrayInputStream(bytes), WIDTH, 0, true, true);
        return image.isError() ? Optional.empty() : Optional.of(image);
    }
}
