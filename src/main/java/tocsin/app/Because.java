package tocsin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells in another language why the rules chose a level. The log keeps the explanation as it was written, in English
/// and in a fixed form; what has another form was said by a person and stays as it is.
record Because(Texts texts) {
    private static final Pattern FORM = Pattern.compile(
            "(SEV-[1-4]): ([^.]+)\\.(?: Workaround: ([^.]+)\\.)?(?: Unknown: ([^.]+)\\.)?", Pattern.DOTALL);
    private static final Pattern GUESS = Pattern.compile("(.+) \\(guess: (.+)\\)");

    String tell(String explanation) {
        Matcher form = FORM.matcher(explanation);
        return form.matches() ? told(form).orElse(explanation) : explanation;
    }

    private Optional<String> told(Matcher form) {
        var parts = new ArrayList<Optional<String>>();
        parts.add(each(form.group(2), "; ").map(reasons -> form.group(1) + ": " + reasons + "."));
        if (form.group(3) != null) {
            parts.add(phrase(form.group(3)).map(way -> texts.get("because.workaround-is", way)));
        }
        if (form.group(4) != null) {
            parts.add(each(form.group(4), ", ").map(list -> texts.get("because.unknown-is", list)));
        }
        return joined(parts, " ");
    }

    private Optional<String> each(String list, String between) {
        return joined(List.of(list.split(between)).stream().map(this::unknown).toList(), between);
    }

    private Optional<String> unknown(String words) {
        Matcher guess = GUESS.matcher(words);
        return guess.matches()
                ? phrase(guess.group(1))
                        .flatMap(
                                about -> phrase(guess.group(2)).map(best -> texts.get("because.guess-is", about, best)))
                : phrase(words);
    }

    private Optional<String> phrase(String words) {
        return texts.known("because." + Texts.slug(words));
    }

    private static Optional<String> joined(List<Optional<String>> parts, String between) {
        return parts.stream().allMatch(Optional::isPresent)
                ? Optional.of(String.join(
                        between, parts.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }
}
