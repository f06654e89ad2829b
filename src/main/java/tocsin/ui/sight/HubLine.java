package tocsin.ui.sight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tocsin.app.Safe;
import tocsin.sync.SyncState;
import tocsin.ui.kit.Words;

/// How it stands with the hub: one short line, whether somebody should look, and who else is there.
public record HubLine(String text, Tone tone, String others) {
    public static final HubLine NONE = new HubLine("", Tone.GOOD, "");

    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);
    private static final int MOST_NAMES = 3;

    public enum Tone {
        GOOD,
        WAITING,
        LOUD
    }

    public static HubLine of(SyncState state, Instant now, Words words) {
        return new HubLine(
                joined(standing(state, now, words), remarks(state, words)),
                tone(state),
                others(Company.of(state), words));
    }

    /// How it stands, without what somebody should look at.
    public static String standing(SyncState state, Instant now, Words words) {
        String age =
                state.met().map(met -> words.span(Duration.between(met, now))).orElse("");
        return switch (state.phase()) {
            case KNOCKING -> words.get("status.hub.knocking");
            case CATCHING_UP ->
                words.get("status.hub.carrying", words.number(state.queued()), words.number(state.waiting()));
            case IN_STEP -> words.get("status.hub.inStep");
            case AWAY ->
                age.isEmpty()
                        ? words.get("status.hub.notFound", words.number(state.queued()), why(state))
                        : words.get("status.hub.away", age, words.number(state.queued()));
            case REFUSED -> words.get("status.hub.refused", why(state));
            case STOPPED ->
                words.get("status.hub.stopped", words.number(state.queued()), words.number(state.waiting()));
        };
    }

    private static Tone tone(SyncState state) {
        if (state.phase() == SyncState.Phase.REFUSED || !state.quarantine().isEmpty()) {
            return Tone.LOUD;
        }
        return state.phase() == SyncState.Phase.IN_STEP && isSmall(state.skew()) ? Tone.GOOD : Tone.WAITING;
    }

    private static boolean isSmall(Duration skew) {
        return skew.abs().compareTo(WORTH_SAYING) < 0;
    }

    private static List<String> remarks(SyncState state, Words words) {
        var remarks = new ArrayList<String>();
        if (!state.quarantine().isEmpty()) {
            remarks.add(words.get(
                    "status.hub.held",
                    words.number(state.quarantine().size()),
                    Safe.line(state.quarantine().getFirst().words())));
        }
        if (!isSmall(state.skew())) {
            String key = state.skew().isNegative() ? "status.hub.behind" : "status.hub.ahead";
            remarks.add(words.get(key, words.span(state.skew().abs())));
        }
        return remarks;
    }

    private static String joined(String text, List<String> remarks) {
        return remarks.isEmpty() ? text : text + " · " + String.join(" · ", remarks);
    }

    private static String why(SyncState state) {
        return Safe.line(state.trouble().orElse(""));
    }

    private static String others(Company company, Words words) {
        List<String> names = company.names();
        if (names.isEmpty()) {
            return "";
        }
        String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.size() <= MOST_NAMES
                ? words.get("status.hub.here", shown)
                : words.get("status.hub.more", shown, words.number(names.size() - MOST_NAMES));
    }
}
