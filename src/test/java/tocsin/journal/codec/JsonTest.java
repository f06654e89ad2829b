package tocsin.journal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.journal.codec.Json.Style;

class JsonTest {
    @Test
    void keysKeepTheirOrder() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("z", 1);
        tree.put("a", List.of(true, "x", 2.5, Long.MAX_VALUE));
        tree.put("m", Optional.empty());
        assertThat(Json.write(tree, Style.COMPACT))
                .isEqualTo("{\"z\":1,\"a\":[true,\"x\",2.5,9223372036854775807],\"m\":null}");
    }

    @Test
    void prettyHasLinesForPeople() {
        assertThat(Json.write(Map.of("a", List.of(1, 2)), Style.PRETTY))
                .isEqualTo("{\n  \"a\" : [\n    1,\n    2\n  ]\n}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"b\":[{\"c\":null},-1,0.5,false],\"a\":\"ž🔔\\n\"}", "[]", "{}", "\"a\"", "7", "null"})
    void whatIsReadIsWrittenAgain(String document) throws MalformedJson {
        assertThat(Json.write(Json.read(document), Style.COMPACT)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,\"a\":2}",
                "1 2",
                "NaN",
                "1e999999999",
                "-1e999",
                "\"\\ud800\"",
                "{\"\\ud800\":1}",
                "99999999999999999999",
                "{'a':1}",
                "[1]x",
                "\ufeff{}",
                "tru",
                "/*a*/1"
            })
    void otherTextIsRefusedInOneLine(String document) {
        assertThatThrownBy(() -> Json.read(document))
                .isInstanceOf(MalformedJson.class)
                .message()
                .isNotEmpty()
                .doesNotContain("\n");
    }

    @Test
    void depthIsLimitedBothWays() {
        assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(MalformedJson.class);
        List<Object> deep = new ArrayList<>();
        deep.add(deep);
        assertThatThrownBy(() -> Json.write(deep, Style.COMPACT)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The control characters above ASCII move a terminal's cursor like those below.
    @Test
    void aRefusalShowsNoControlCharacterOfTheDocument() {
        assertThatThrownBy(() -> Json.read("\uf9f1f\u008b\u009bg7C \u0007"))
                .isInstanceOf(MalformedJson.class)
                .message()
                .doesNotContainPattern("\\p{Cc}");
    }

    @Test
    void anObjectIsReadAsOne() throws MalformedJson {
        assertThat(Json.readObject("{\"a\":1}".getBytes(UTF_8))).isEqualTo(Map.of("a", 1L));
        assertThatThrownBy(() -> Json.readObject("[]".getBytes(UTF_8))).isInstanceOf(MalformedJson.class);
    }

    @Test
    void whatHasNoFormIsRefused() {
        assertThatThrownBy(() -> Json.write(Path.of("a"), Style.COMPACT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(Map.of(1, 1), Style.COMPACT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.write(Double.NaN, Style.COMPACT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theStreamStaysOpenAndItsTroubleIsTold() {
        var target = new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        };
        Json.write(List.of("a"), Style.COMPACT, target);
        assertThat(target.closed).isFalse();
        assertThat(target.toString(UTF_8)).isEqualTo("[\"a\"]");

        var full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("disk full");
            }
        };
        assertThatThrownBy(() -> Json.write(List.of("a"), Style.COMPACT, full))
                .isInstanceOf(UncheckedIOException.class);
    }
}
