package tocsin.app.demo;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences with gaps, dealt out so that the month hardly says the same thing twice.
final class Phrases {
    private static final Pattern GAP = Pattern.compile("\\{([^}]+)}");
    private static final Pattern CHOICE = Pattern.compile("\\|");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int REDRAWS = 12;

    private final Map<String, List<String>> decks;
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Integer> said = new HashMap<>();
    private final Random dice;
    private final ZoneId zone;

    /// @param text decks that begin with `[name]`, one sentence a line
    Phrases(List<String> text, Random dice, ZoneId zone) {
        this.decks = decks(text);
        this.dice = dice;
        this.zone = zone;
        decks.values().forEach(deck -> Collections.shuffle(deck, dice));
    }

    /// The next sentence of the deck, filled in for this incident at this minute.
    String next(String deck, Setting setting, Instant at) {
        String words = "";
        for (int draw = 0; draw < REDRAWS; draw++) {
            words = filled(card(deck), setting, at);
            if (said.merge(words, 1, Integer::sum) == 1) {
                return words;
            }
        }
        return words;
    }

    String filled(String sentence, Setting setting, Instant at) {
        return GAP.matcher(sentence).replaceAll(gap -> Matcher.quoteReplacement(value(gap.group(1), setting, at)));
    }

    /// What the gaps are filled from.
    record Setting(String service, Readings readings, List<String> mentions, String feel) {
        Setting without(String name) {
            return new Setting(
                    service,
                    readings,
                    mentions.stream().filter(other -> !other.equals(name)).toList(),
                    feel);
        }
    }

    private String card(String deck) {
        List<String> cards = decks.getOrDefault(deck, List.of());
        if (cards.isEmpty()) {
            throw new IllegalStateException("no phrases for " + deck);
        }
        int place = left.merge(deck, 1, Integer::sum);
        if (place % cards.size() == 0) {
            Collections.shuffle(cards, dice);
        }
        return cards.get(place % cards.size());
    }

    private String value(String gap, Setting setting, Instant at) {
        if (gap.startsWith("n ")) {
            int dash = gap.indexOf('-');
            int low = Integer.parseInt(gap.substring(2, dash).strip());
            int high = Integer.parseInt(gap.substring(dash + 1).strip());
            return Integer.toString(low + dice.nextInt(high - low + 1));
        }
        if (gap.contains("|")) {
            List<String> choices = CHOICE.splitAsStream(gap).toList();
            return choices.get(dice.nextInt(choices.size()));
        }
        return switch (gap) {
            case "see" -> filled(setting.feel(), setting, at);
            case "svc" -> setting.service();
            case "err" -> decimal(setting.readings().errors(at));
            case "ok" -> decimal(100 - setting.readings().errors(at));
            case "p95" -> decimal(setting.readings().slowness(at));
            case "tickets" -> Integer.toString(setting.readings().tickets(at));
            case "who" ->
                "@" + setting.mentions().get(dice.nextInt(setting.mentions().size()));
            case "host" -> setting.service().replace(' ', '-') + "-" + (1 + dice.nextInt(24));
            case "time" -> clock(at.minusSeconds(60L * (4 + dice.nextInt(50))));
            case "soon" -> clock(at.plusSeconds(60L * (8 + dice.nextInt(25))));
            case "link" ->
                "https://graphs.example.net/" + setting.service().replace(' ', '-') + "/"
                        + Integer.toHexString(0x10000 + dice.nextInt(0xeffff));
            case "hash" -> Integer.toHexString(0x1000000 + dice.nextInt(0xeffffff));
            default -> throw new IllegalStateException("no such gap: " + gap);
        };
    }

    String clock(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
    }

    private static Map<String, List<String>> decks(List<String> text) {
        var decks = new HashMap<String, List<String>>();
        String name = "";
        for (String line : text) {
            if (line.startsWith("[")) {
                name = line.substring(1, line.indexOf(']'));
            } else if (!line.isBlank()) {
                decks.computeIfAbsent(name, _ -> new ArrayList<>()).add(line.strip());
            }
        }
        return decks;
    }
}
