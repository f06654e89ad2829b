package tocsin.publish.figure;

import java.util.Locale;

/// Words of a figure that nobody wrote: the heads of columns and the like.
public enum Caption {
    CHANGED,
    LAST_GOOD,
    FIRST_BAD,
    DIFFERS,
    DEFENCE,
    SHOULD_HAVE,
    HELD,
    WHY,
    PART,
    FACTOR,
    WORDS,
    /// Before what somebody else wrote in the same place at the same time.
    OR_ELSE,
    /// Before the smallest sets of events that are enough.
    ENOUGH,
    /// After a list that was cut short.
    AND_MORE;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
