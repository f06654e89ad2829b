package tocsin.ui.kit;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import tocsin.app.Texts;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;

/// The words of the screens in one language; what the terminal says too comes from the texts it shares with
/// them.
public final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;
    private final Texts texts;

    private Words(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
        this.texts = Texts.in(locale).away(this::instead);
    }

    private Words(Words words, Texts texts) {
        this.locale = words.locale;
        this.bundle = words.bundle;
        this.texts = texts;
    }

    /// The same words with roles called as the organisation calls them now.
    public Words of(Supplier<Organisation> organisation) {
        return new Words(this, texts.calling(role -> organisation.get().roleName(role)));
    }

    /// Where a terminal's command stands, the way to it in a window.
    private String instead(String command) {
        String whole = "instead." + command.replace(' ', '.');
        String first = "instead." + command.replaceAll(" .*", "");
        return bundle.containsKey(whole) ? get(whole) : bundle.containsKey(first) ? get(first) : get("instead.palette");
    }

    /// The language of the locale where there is one, else English.
    public static Words in(Locale locale) {
        // Without this control a German computer would answer a French locale in German.
        var plain = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        var written = ResourceBundle.getBundle("tocsin.ui.ui", locale, plain);
        return new Words(locale, new CappedBundle(written, locale));
    }

    /// The text with its `%1$s`, `%2$s` ... filled.
    public String get(String key, Object... arguments) {
        return bundle.getString(key).formatted(arguments);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /// A day as people of this language write it, without the year.
    public String date(ZonedDateTime day) {
        return DateTimeFormatter.ofPattern(get("timing.date"), locale).format(day);
    }

    /// A key as the keyboards of this language name it.
    public String key(String english) {
        return KeyCaps.in(english, locale);
    }

    public Locale locale() {
        return locale;
    }

    public Texts texts() {
        return texts;
    }

    /// A stretch of time in two units at most: `9 min`, `1 h 05 min`, `3 d 02 h`.
    public String span(Duration time) {
        Duration length = time.abs();
        return length.toDays() > 0
                ? get("elapsed.days", length.toDays(), length.toHoursPart())
                : length.toHours() > 0
                        ? get("elapsed.hours", length.toHours(), length.toMinutesPart())
                        : get("elapsed.minutes", length.toMinutes());
    }

    public String kind(EntryKind kind) {
        return texts.name("kind", kind);
    }

    public String role(Role role) {
        return capital(texts.name("role", role));
    }

    /// The state as a word that may stand alone, so with a capital.
    public String phase(Phase phase) {
        return capital(texts.name("phase", phase));
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(locale) + word.substring(1);
    }

    public String refusal(Refusal refusal) {
        return texts.refusal(refusal);
    }

    ResourceBundle bundle() {
        return bundle;
    }
}
