package tocsin.ui.timeline;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import tocsin.ui.kit.Png;

/// What was pasted or dropped.
sealed interface Parcel {
    record Words(String text) implements Parcel {}

    record Files(List<Path> files) implements Parcel {}

    /// A picture.
    ///
    /// @param png written when it is asked for, which takes a while and belongs on another thread
    record Picture(Supplier<byte[]> png) implements Parcel {}

    record Nothing() implements Parcel {}

    /// On the JavaFX thread. Spreadsheets offer their cells as a picture too, so words go first; a browser offers a
    /// picture with its address, and there the picture is meant.
    static Parcel of(Clipboard board) {
        if (board.hasFiles()) {
            return new Files(board.getFiles().stream().map(File::toPath).toList());
        }
        String text = board.hasString() ? board.getString() : "";
        if (!text.isBlank() && !(board.hasImage() && text.startsWith("http"))) {
            return new Words(text);
        }
        Image image = board.hasImage() ? board.getImage() : null;
        return image == null || image.getWidth() < 1 ? new Nothing() : new Picture(() -> Png.of(image));
    }

    static boolean in(Clipboard board) {
        return board.hasFiles() || board.hasString() || board.hasImage();
    }
}
