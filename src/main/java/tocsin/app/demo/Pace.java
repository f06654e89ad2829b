package tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import tocsin.domain.severity.IncidentType;

/// How long each part of a response takes, and how much is written meanwhile. What still goes on fills the time up to
/// now.
record Pace(Duration investigate, Duration decide, Duration repair, Duration soak, int entries) {

    static Pace of(Scene scene, Duration age, Random dice) {
        Pace usual = usual(scene, dice);
        double parts = switch (scene.ending()) {
            case "investigating" -> 0.8;
            case "identified" -> 0.9;
            case "mitigating" -> 0.92;
            case "monitoring" -> 0.9;
            default -> 0;
        };
        if (parts == 0) {
            return usual;
        }
        Duration whole = switch (scene.ending()) {
            case "investigating" -> usual.investigate();
            case "identified" -> usual.investigate().plus(usual.decide());
            default -> usual.investigate().plus(usual.decide()).plus(usual.repair());
        };
        if (scene.with("regressed") || scene.with("reopened")) {
            return usual;
        }
        double stretch = parts * 0.8 * age.toSeconds() / whole.toSeconds();
        return new Pace(
                times(usual.investigate, stretch),
                times(usual.decide, stretch),
                times(usual.repair, stretch),
                usual.soak,
                usual.entries);
    }

    private static Pace usual(Scene scene, Random dice) {
        int more = dice.nextInt(40);
        Optional<Duration> watched = scene.type() == IncidentType.SECURITY
                ? Optional.of(Duration.ofMinutes(24 * 60 + 20L + more))
                : Optional.empty();
        return switch (scene.severity()) {
            case SEV1 -> pace(28 + more, 8, 25 + more / 2, 70 + more, 150 + more, watched);
            case SEV2 -> pace(50 + more, 14, 35 + more, 70 + more, 92 + more, watched);
            case SEV3 -> pace(110 + 3 * more, 30, 60 + more, 40 + more, 46 + more / 2, watched);
            case SEV4 -> pace(500 + 12 * more, 90, 180 + 2 * more, 20 + more, 22 + more / 3, watched);
        };
    }

    private static Pace pace(
            int investigate, int decide, int repair, int soak, int entries, Optional<Duration> watched) {
        return new Pace(
                Duration.ofMinutes(investigate),
                Duration.ofMinutes(decide),
                Duration.ofMinutes(repair),
                watched.orElse(Duration.ofMinutes(soak)),
                entries);
    }

    int lines(double part) {
        return Math.max(2, (int) Math.round(entries * part));
    }

    Duration shortWatch() {
        return Duration.ofMinutes(8);
    }

    /// What is left of the time up to now, less a breath.
    Duration untilNow(Instant at, Instant now) {
        Duration left = Duration.between(at, now).minusMinutes(5);
        return left.isNegative() ? Duration.ofSeconds(30) : left.multipliedBy(4).dividedBy(5);
    }

    private static Duration times(Duration length, double factor) {
        return Duration.ofSeconds(Math.round(length.toSeconds() * factor));
    }
}
