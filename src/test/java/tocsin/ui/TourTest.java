package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.journal.JournalException;

class TourTest {
    private static final List<String> SCREENS = List.of(
            "board",
            "board-declare",
            "board-empty",
            "board-one",
            "board-many",
            "board-opening",
            "board-titles",
            "board-wall",
            "room",
            "room-past",
            "postmortem",
            "postmortems",
            "people",
            "settings");

    @TempDir
    Path folder;

    @Test
    void everyScreenIsDrawnInEveryThemeAndSize() throws IOException, JournalException {
        try (var console = Given.console(folder.resolve("profile"))) {
            Given.typical(console);
            List<Path> pictures = new Tour(Given.surroundings()).draw(console, folder.resolve("pictures"));
            assertThat(pictures)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyElementsOf(SCREENS.stream()
                            .flatMap(screen -> Stream.of("dark", "light")
                                    .flatMap(theme -> Stream.of("1280x800", "1920x1080")
                                            .map(size -> screen + "-" + theme + "-" + size + ".png")))
                            .toList());
            for (Path picture : pictures) {
                var image = ImageIO.read(picture.toFile());
                assertThat("%dx%d".formatted(image.getWidth(), image.getHeight()))
                        .as("the size another reader sees in %s", picture)
                        .isEqualTo(picture.toString().replaceAll(".*-(\\d+x\\d+)\\.png", "$1"));
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                long colours = Arrays.stream(pixels).distinct().count();
                assertThat(colours).as("colours of %s", picture).isGreaterThan(20);
            }
        }
    }

    @Test
    void longMixedAndTurnedTitlesAreDrawnWithoutAWordFromTheToolkit() throws IOException, JournalException {
        var said = new ArrayList<String>();
        Logger javafx = Logger.getLogger("javafx");
        var ear = ear(said);
        javafx.addHandler(ear);
        try (var console = Given.console(folder.resolve("profile"))) {
            Given.absurd(console);
            List<Path> pictures = new Tour(Given.surroundings()).draw(console, folder.resolve("pictures"));
            assertThat(pictures).allMatch(Files::exists);
            assertThat(said).isEmpty();
        } finally {
            javafx.removeHandler(ear);
        }
    }

    private static Handler ear(List<String> said) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                said.add(line.getLoggerName() + ": " + line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
