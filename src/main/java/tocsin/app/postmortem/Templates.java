package tocsin.app.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Texts;
import tocsin.domain.severity.PostmortemForm;

/// Finds the template to use: the team's own in a folder, else the shipped one. Reads files: not for the JavaFX thread.
public final class Templates {
    private static final String SHIPPED = "/tocsin/postmortem/";
    private static final long MOST_BYTES = 1 << 20;

    private Templates() {}

    /// The template, and one line about the team's own when that cannot be used.
    public record Chosen(Template template, Optional<String> complaint) {}

    public static Template shipped(PostmortemForm form, Locale locale) {
        String file = SHIPPED + name(form) + (german(locale) ? "_de" : "") + ".md";
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + file + " is missing");
            }
            return switch (Template.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case Template.Reading.Good(var template) -> template;
                case Template.Reading.Bad(var line, var why) ->
                    throw new IllegalStateException(file + ", line " + line + ": " + why);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }

    /// `full.md` or `short.md` of the folder; one with the language in its name, such as `full_de.md`, goes first.
    public static Chosen in(Path folder, PostmortemForm form, Texts texts) {
        String language = texts.locale().getLanguage();
        for (String name : List.of(name(form) + "_" + language + ".md", name(form) + ".md")) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return own(file, form, texts);
            }
        }
        return new Chosen(shipped(form, texts.locale()), Optional.empty());
    }

    private static Chosen own(Path file, PostmortemForm form, Texts texts) {
        try {
            Template.Reading reading = Files.size(file) > MOST_BYTES
                    ? new Template.Reading.Bad(1, "paper.template.large")
                    : Template.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            return switch (reading) {
                case Template.Reading.Good(var template) -> new Chosen(template, Optional.empty());
                case Template.Reading.Bad(var line, var why) -> complaint(file, line, texts.get(why), form, texts);
            };
        } catch (IOException unreadable) {
            return complaint(file, 1, texts.get("paper.template.unreadable"), form, texts);
        }
    }

    private static Chosen complaint(Path file, int line, String why, PostmortemForm form, Texts texts) {
        return new Chosen(
                shipped(form, texts.locale()),
                Optional.of(texts.get("paper.template.bad", String.valueOf(file.getFileName()), line, why)));
    }

    private static String name(PostmortemForm form) {
        return form.name().toLowerCase(Locale.ROOT);
    }

    private static boolean german(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
    }
}
