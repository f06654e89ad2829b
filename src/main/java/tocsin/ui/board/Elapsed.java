package tocsin.ui.board;

import java.time.Duration;
import tocsin.ui.kit.Words;

/// A running length as its two largest units, in whole minutes.
final class Elapsed {
    private Elapsed() {}

    static String words(Duration length, Words words) {
        // A desk whose clock is ahead may have declared in our future.
        long minutes = Math.max(0, length.toMinutes());
        if (minutes < 60) {
            return words.get("elapsed.minutes", minutes);
        }
        return minutes < 24 * 60
                ? words.get("elapsed.hours", minutes / 60, minutes % 60)
                : words.get("elapsed.days", minutes / (24 * 60), minutes / 60 % 24);
    }
}
