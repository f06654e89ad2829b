package tocsin.ui.kit;

import java.util.function.Function;

/// A line that is read by a function.
public record Asked(String title, String hint, String draft, int lines, Function<String, Prompt.Reading> reader)
        implements Prompt {
    public static Asked line(String title, String hint, String draft, Function<String, Prompt.Reading> reader) {
        return new Asked(title, hint, draft, 1, reader);
    }

    @Override
    public Reading read(String text) {
        return reader.apply(text);
    }
}
