package tocsin.ui.crew;

import java.util.List;
import java.util.function.Function;
import tocsin.ui.kit.Prompt;

/// A line whose words become one command.
record Line(String title, String hint, String draft, Function<String, Prompt.Reading> reader) implements Prompt {
    @Override
    public Prompt.Reading read(String text) {
        return reader.apply(text);
    }

    static Prompt.Reading wanting(String say) {
        return new Prompt.Wanting(say, List.of());
    }
}
