package tocsin.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.CssParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The toolkit reads a sheet up to its first mistake, says one line on a log and goes on without the rest.
class SheetsTest {
    static List<Path> sheets() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("resources/tocsin/ui"))) {
            return files.filter(file -> file.toString().endsWith(".css"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void everySheetIsReadToItsEnd(Path sheet) throws IOException {
        CssParser.errorsProperty().clear();

        var read = new CssParser().parse(sheet.toUri().toURL());

        assertThat(CssParser.errorsProperty())
                .extracting(CssParser.ParseError::getMessage)
                .isEmpty();
        assertThat(read.getRules()).isNotEmpty();
    }
}
