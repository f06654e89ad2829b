package tocsin.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tocsin.domain.incident.Refusal;
import tocsin.domain.roster.Role;

/// The words of the product in one language. A `{0}` is filled with an argument and nothing else in a text is special,
/// so
/// neither a quote nor a brace in somebody's words can break a line. Read once and passed around.
public final class Texts {
    private static final String FOLDER = "/tocsin/texts/";

    /// From the program's name to the end of the sentence or its part.
    private static final Pattern COMMAND = Pattern.compile("tocsin ([a-z]+(?: [a-z-]+)?)[^;]*");

    private final Locale locale;
    private final Map<String, String> texts;
    private final Function<Role, Optional<String>> roles;

    private Texts(Locale locale, Map<String, String> texts) {
        this(locale, texts, _ -> Optional.empty());
    }

    private Texts(Locale locale, Map<String, String> texts, Function<Role, Optional<String>> roles) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
        this.roles = roles;
    }

    public static Texts english() {
        return new Texts(Locale.ENGLISH, load("texts.properties"));
    }

    public static Texts german() {
        Map<String, String> texts = load("texts.properties");
        texts.putAll(load("texts_de.properties"));
        return new Texts(Locale.GERMAN, texts);
    }

    /// The language of the locale where there is one, else English.
    public static Texts in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? german() : english();
    }

    /// The same texts for somebody who does not sit at a terminal: where one names a command of it, `instead` says the
    /// way there, from the command's words.
    public Texts away(UnaryOperator<String> instead) {
        var said = new HashMap<>(texts);
        said.replaceAll((_, text) ->
                COMMAND.matcher(text).replaceAll(found -> Matcher.quoteReplacement(instead.apply(found.group(1)))));
        return new Texts(locale, said, roles);
    }

    /// The same texts with roles called as the organisation calls them now.
    public Texts calling(Function<Role, Optional<String>> names) {
        return new Texts(locale, texts, names);
    }

    public Locale locale() {
        return locale;
    }

    /// A key without a text answers itself: an ugly word is better than none in the middle of an incident.
    public String get(String key, Object... arguments) {
        return fill(
                texts.getOrDefault(key, key),
                Arrays.stream(arguments).map(Object::toString).toList());
    }

    /// One line that says what is wrong and what would lift it.
    public String refusal(Refusal refusal) {
        return refusal.key().equals("refused.gates")
                ? gates(refusal.arguments())
                : fill(texts.getOrDefault(refusal.key(), refusal.key()), refusal.arguments());
    }

    /// What must be true for a gate.
    public String gate(String name) {
        return get("gate." + name);
    }

    /// What makes it true.
    public String gateFix(String name) {
        return get("gate." + name + ".fix");
    }

    /// The name of a constant of the heart, for example `role.customer-liaison`.
    public String name(String family, Enum<?> constant) {
        Optional<String> own = constant instanceof Role role ? roles.apply(role) : Optional.empty();
        return own.map(Safe::line).orElseGet(() -> shipped(family, constant));
    }

    private String shipped(String family, Enum<?> constant) {
        return get(family + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /// A clock by the name that programs know it by; one that is not known keeps that name.
    public String clock(String name) {
        String key = "clockname." + slug(name);
        return texts.getOrDefault(key, name);
    }

    /// Why a level was chosen, in this language; words that no rule says stay as they are.
    public String because(String explanation) {
        return new Because(this).tell(explanation);
    }

    Optional<String> known(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /// A phrase as part of a key.
    static String slug(String phrase) {
        return phrase.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    private String gates(List<String> arguments) {
        List<String> names = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        String missing = names.stream()
                .map(name -> get("refused.gates.one", name, gate(name), gateFix(name)))
                .collect(Collectors.joining("; "));
        return get("refused.gates", arguments.isEmpty() ? "" : arguments.getFirst(), missing);
    }

    /// One pass from left to right: braces inside an argument are its own.
    static String fill(String text, List<String> arguments) {
        var filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            boolean slot = text.charAt(at) == '{'
                    && at + 2 < text.length()
                    && text.charAt(at + 2) == '}'
                    && text.charAt(at + 1) >= '0'
                    && text.charAt(at + 1) <= '9';
            int index = slot ? text.charAt(at + 1) - '0' : 0;
            if (slot && index < arguments.size()) {
                filled.append(arguments.get(index));
                at += 3;
            } else {
                filled.append(text.charAt(at));
                at++;
            }
        }
        return filled.toString();
    }

    static Map<String, String> load(String file) {
        var properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + FOLDER + file + " is missing");
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, broken);
        }
        var texts = new HashMap<String, String>();
        for (String key : new ArrayList<>(properties.stringPropertyNames())) {
            texts.put(key, properties.getProperty(key));
        }
        return texts;
    }
}
