package tocsin.ui.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import tocsin.domain.timeline.Attachment;
import tocsin.ui.kit.PictureSize;
import tocsin.ui.kit.Words;

/// The last few pictures of a timeline, small. Read and decoded aside, handed out on the JavaFX thread.
final class Thumbnails {
    static final double WIDTH = 112;
    static final double HEIGHT = 64;

    private static final int MOST = 48;
    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_PIXELS = 24_000_000;

    /// Those that move are not among them: nothing here moves by itself.
    private static final Set<String> PICTURES = Set.of("image/png", "image/jpeg");

    private static final Executor ASIDE =
            work -> Thread.ofVirtual().name("tocsin-picture").start(work);

    private final Opener files;
    private final Executor screen;
    private final Words words;
    private final Map<String, Thumbnail> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Thumbnail> eldest) {
            return size() > MOST;
        }
    };

    Thumbnails(Opener files, Executor screen, Words words) {
        this.files = files;
        this.screen = screen;
        this.words = words;
    }

    /// Opens the bytes of a file.
    interface Opener {
        InputStream open(Attachment attachment) throws IOException;
    }

    /// A picture that comes, or the word why it does not.
    record Thumbnail(ObjectProperty<@Nullable Image> picture, StringProperty note) {
        Thumbnail() {
            this(new SimpleObjectProperty<>(), new SimpleStringProperty(""));
        }
    }

    Optional<Thumbnail> of(Attachment attachment) {
        return PICTURES.contains(attachment.mediaType()) && attachment.size() <= MOST_BYTES
                ? Optional.of(known.computeIfAbsent(attachment.sha256(), _ -> begin(attachment)))
                : Optional.empty();
    }

    private Thumbnail begin(Attachment attachment) {
        var coming = new Thumbnail();
        var _ = CompletableFuture.supplyAsync(() -> read(attachment), ASIDE)
                .whenCompleteAsync((read, _) -> show(coming, read), screen);
        return coming;
    }

    private void show(Thumbnail coming, @Nullable Read read) {
        switch (read) {
            case Read.Picture(var image) -> coming.picture.set(image);
            case Read.Missing _ -> coming.note.set(words.get("file.missing"));
            case Read.Unfit _ -> {}
            case null -> {}
        }
    }

    private sealed interface Read {
        record Picture(Image image) implements Read {}

        record Missing() implements Read {}

        /// No picture after all, or one so large that showing it small would cost too much.
        record Unfit() implements Read {}
    }

    private Read read(Attachment file) {
        try (InputStream size = files.open(file);
                InputStream in = files.open(file)) {
            if (PictureSize.pixels(size) > MOST_PIXELS) {
                return new Read.Unfit();
            }
            var image = new Image(in, 2 * WIDTH, 2 * HEIGHT, true, true);
            return image.isError() ? new Read.Unfit() : new Read.Picture(image);
        } catch (NoSuchFileException gone) {
            return new Read.Missing();
        } catch (IOException unreadable) {
            return new Read.Unfit();
        }
    }
}
