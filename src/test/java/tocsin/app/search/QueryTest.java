package tocsin.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tocsin.app.Texts;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.severity.Severity;

/// What the words in the search line mean.
class QueryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Query query(String line) {
        return switch (Query.read(line, NOW, BERLIN)) {
            case Query.Reading.Read(var query) -> query;
            case Query.Reading.Unreadable(var why) -> throw new AssertionError(why);
        };
    }

    private static Refusal refusal(String line) {
        return switch (Query.read(line, NOW, BERLIN)) {
            case Query.Reading.Read(var query) -> throw new AssertionError("read: " + query);
            case Query.Reading.Unreadable(var why) -> why;
        };
    }

    private static List<String> forms(String text) {
        return Words.of(text).stream().flatMap(word -> word.forms().stream()).toList();
    }

    @Test
    void nothingTypedAsksForNothing() {
        assertThat(query("").isEmpty()).isTrue();
        assertThat(query("   ").isEmpty()).isTrue();
        assertThat(query("%% -- \"").isEmpty()).isTrue();
        assertThat(query("pool").isEmpty()).isFalse();
    }

    @Test
    void onlyTheLastWordMayGoOn() {
        assertThat(query("pool exhau").words())
                .extracting(Query.Wanted::ending)
                .containsExactly(Query.Ending.WHOLE, Query.Ending.OPEN);
        assertThat(query("pool exhausted ").words())
                .extracting(Query.Wanted::ending)
                .containsExactly(Query.Ending.WHOLE, Query.Ending.WHOLE);
    }

    @Test
    void aPhraseKeepsItsWordsTogether() {
        assertThat(query("\"pool exhausted\" now").words())
                .extracting(wanted -> wanted.words().size())
                .containsExactly(2, 1);
        assertThat(query("\"pool exh").words()).singleElement().satisfies(wanted -> {
            assertThat(wanted.words()).hasSize(2);
            assertThat(wanted.isOpen()).isTrue();
        });
    }

    @Test
    void chipsAreReadInAnyCaseAndPlace() {
        Query query = query(
                "Kind:decision pool INC:1121-003 severity:sev-1 sev:2 state:monitoring tag:DB #web @Ana is:struck kind:note");
        assertThat(query.kinds()).containsExactlyInAnyOrder(Kind.DECISION, Kind.NOTE);
        assertThat(query.incidents()).containsExactly("1121-003");
        assertThat(query.severities()).containsExactlyInAnyOrder(Severity.SEV1, Severity.SEV2);
        assertThat(query.states()).containsExactly(Phase.MONITORING);
        assertThat(query.tags()).containsExactlyInAnyOrder("db", "web");
        assertThat(query.mentions()).containsExactly("ana");
        assertThat(query.traits()).containsExactly(Trait.STRUCK);
        assertThat(query.words()).hasSize(1);
    }

    @Test
    void timesAreReadAsEverywhereElseAndADateIsItsFirstMinute() {
        assertThat(query("after:-2h").from()).contains(Instant.parse("2026-11-21T11:00:00Z"));
        assertThat(query("before:2026-11-20").before()).contains(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(query("after:\"yesterday 23:50\"").from()).contains(Instant.parse("2026-11-20T22:50:00Z"));
        assertThat(query("after:gestern").from()).contains(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(query("after:-2h after:-1h before:-5m before:now")).satisfies(query -> {
            assertThat(query.from()).contains(Instant.parse("2026-11-21T12:00:00Z"));
            assertThat(query.before()).contains(Instant.parse("2026-11-21T12:55:00Z"));
        });
    }

    @Test
    void aColonInAWordIsNoChip() {
        assertThat(query("http://status node:7 14:05").words()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "pool kind:decison, refused.search.chip, kind:decison, hypothesis",
        "severity:5, refused.search.chip, severity:5, '1, 2, 3, 4'",
        "state:broken, refused.search.chip, state:broken, monitoring",
        "is:red, refused.search.chip, is:red, pinned",
        "kind:, refused.search.chip, kind:, handover",
        "after:noonish, refused.search.time, after:noonish, after:-2h",
        "by:, refused.search.empty, by:, by:ana",
    })
    void aBadChipIsNamedWithWhatItMaySay(String line, String key, String chip, String allowed) {
        Refusal why = refusal(line);
        assertThat(why.key()).isEqualTo(key);
        for (Texts texts : List.of(Texts.english(), Texts.german())) {
            assertThat(texts.refusal(why)).startsWith(chip + " ").contains(allowed);
        }
    }

    @Test
    void aLineThatIsTooLongIsRefused() {
        assertThat(refusal("x".repeat(401)).key()).isEqualTo("refused.search.tooLong");
    }

    @Test
    void wordsAreComparedWithoutCaseAndAccents() {
        assertThat(forms("Écran NOIR straße")).containsExactly("ecran", "noir", "strasse");
        assertThat(forms("İstanbul ﬁle ١٢")).containsExactly("istanbul", "file", "12");
        assertThat(forms("Störung")).containsExactly("storung", "stoerung");
        assertThat(forms("Sto\u0308rung")).isEqualTo(forms("Störung"));
    }

    @Test
    void scriptsWithoutBlanksAreTakenSignBySign() {
        assertThat(forms("障害です🔥")).containsExactly("障", "害", "で", "す", "🔥");
        assertThat(forms("مُعَطَّل")).containsExactly("معطل");
        assertThat(forms("장애 발생")).containsExactly("장애", "발생");
    }

    @Test
    void aWordIsNeverLongerThanAnIndexBears() {
        for (String sign : List.of("x", "\ufdfa", "\u0915\u0941\u0941\u0941", "\ud83d\udd25", "\u0e01\u0e31")) {
            assertThat(forms(sign.repeat(20_000)))
                    .allSatisfy(form -> assertThat(form.length()).isLessThanOrEqualTo(4_000));
        }
        String marks = "\u0915" + "\u0941".repeat(60_000);
        assertThat(forms(marks)).allSatisfy(form -> assertThat(form.length()).isLessThanOrEqualTo(4_000));
    }

    @Test
    void marksStandWhereTheWordsAre() {
        String text = "Die Störung im Pool: pooling, POOL erschöpft";
        assertThat(marked("storung poo", text)).containsExactly("Störung", "Pool", "pooling", "POOL");
        assertThat(marked("\"pool erschoepft\"", text)).containsExactly("POOL erschöpft");
        assertThat(marked("nothing", text)).isEmpty();
        assertThat(marked("10.0.0.1", "from 10.0.0.17 to 10.0.0.2")).containsExactly("10.0.0.17");
    }

    private static List<String> marked(String line, String text) {
        return Marks.of(query(line).words(), text).stream()
                .map(mark -> text.substring(mark.from(), mark.to()))
                .toList();
    }
}
