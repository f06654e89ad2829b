package tocsin.domain.postmortem;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.base.PersonId;

/// One rule or gate made stronger: what it said, how the case slipped by, what it says now and what enforces it. Where
/// no rule was touched, the slip is ABSENT, `said` is empty and the new wording is the new rule.
public record Hardening(
        String rule, String said, Slip slip, String newWording, String gate, String proof, PersonId reviewer) {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// How the case got past the rule.
    public enum Slip {
        ABSENT,
        TOO_WEAK,
        NOT_ENFORCED,
        BYPASSED,
        UNKNOWN
    }

    /// What is known about its rollout.
    ///
    /// @param place the file or page the rule stands in, empty when nobody said
    /// @param toldTo who was told, empty when nobody said
    public record Detail(String place, Optional<LocalDate> effectiveFrom, String toldTo) {
        public static final Detail NONE = new Detail("", Optional.empty(), "");
    }

    /// The same rule whatever its capitals, blanks and dashes: `CR-7`, `cr 7` and `CR_7` are one.
    public static String ruleKey(String rule) {
        return NO_LETTER.matcher(rule.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
