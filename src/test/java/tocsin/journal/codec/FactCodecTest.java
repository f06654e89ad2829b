package tocsin.journal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.base.Limits;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.UnknownFact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.organisation.OrganisationFact;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.domain.timeline.TimelineFact.EntryAdded;

class FactCodecTest {
    private static final String ENTRY = "timeline.entryAdded";
    private final FactCodec codec = new FactCodec();

    @Test
    void everyFactOfTheHeartIsOnTheList() {
        var heart = Stream.<Class<?>>of(
                        LifeFact.class,
                        TimelineFact.class,
                        CrewFact.class,
                        ReviewFact.class,
                        ProseFact.class,
                        AnalysisFact.class,
                        ChecklistFact.class,
                        OrganisationFact.class,
                        DeskFact.class)
                .flatMap(FactCodecTest::leaves)
                .toList();
        assertThat(new FactTypes().classes()).containsExactlyInAnyOrderElementsOf(heart);
    }

    private static Stream<Class<?>> leaves(Class<?> family) {
        return family.isSealed()
                ? Stream.of(family.getPermittedSubclasses()).flatMap(FactCodecTest::leaves)
                : Stream.of(family);
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void whatIsWrittenReadsBackEqual(Fact fact) {
        Encoded encoded = codec.encode(fact);
        assertThat(codec.decodeStrictly(encoded.type(), encoded.version(), encoded.payload()))
                .isEqualTo(new Decoded.Understood(fact));
    }

    @ParameterizedTest
    @MethodSource("everyFact")
    void equalFactsGiveEqualBytes(Fact fact) {
        Encoded encoded = codec.encode(fact);
        Fact again = codec.decode(encoded.type(), encoded.version(), encoded.payload());
        assertThat(codec.encode(again).payload()).isEqualTo(encoded.payload());
    }

    static List<Fact> everyFact() {
        return Samples.others();
    }

    @Test
    void whatIsNotThereIsNotWritten() {
        assertThat(json(new EntryAdded(EntryKind.NOTE, "hello"))).isEqualTo("{\"kind\":\"NOTE\",\"text\":\"hello\"}");
    }

    @Test
    void aTypeThisVersionDoesNotKnowIsKeptAsUnknown() {
        assertThat(codec.decode("timeline.sung", 1, bytes("{}"))).isEqualTo(new UnknownFact("timeline.sung", 1));
        assertThat(codec.decodeStrictly("", 1, bytes("{}"))).isEqualTo(new Decoded.Newer("", 1));
    }

    @Test
    void aNewerVersionOfAKnownTypeIsKeptAsUnknown() {
        assertThat(codec.decodeStrictly(ENTRY, 2, bytes("{}"))).isEqualTo(new Decoded.Newer(ENTRY, 2));
        assertThat(codec.decode(ENTRY, 2, bytes("{}"))).isEqualTo(new UnknownFact(ENTRY, 2));
    }

    @Test
    void aVersionBelowOneIsMalformed() {
        assertThat(codec.decodeStrictly(ENTRY, 0, bytes("{}"))).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void aMalformedFactIsUnknownToTheFoldsAndSaysWhyToVerify() {
        assertThat(codec.decode(ENTRY, 1, bytes("{\"kind\":\"NOTE\"}"))).isEqualTo(new UnknownFact(ENTRY, 1));
        assertThat(reason("{\"kind\":\"NOTE\"}")).isEqualTo("the field text is missing");
        assertThat(reason("{\"kind\":\"SONG\",\"text\":\"\"}")).isEqualTo("this Tocsin knows no EntryKind SONG");
        assertThat(reason("{\"kind\":\"NOTE\",\"text\":7}")).isEqualTo("a string is expected (at byte 22)");
        assertThat(reason("[]")).isEqualTo("an object is expected (at byte 0)");
        assertThat(reason("{\"kind\":\"NOTE\",\"text\":\"a\",\"text\":\"b\"}")).contains("Duplicate");
        assertThat(reason("{\"kind\":\"NOTE\",\"text\":\"a\"} {}")).contains("follows the end");
    }

    @Test
    void fieldsOfANewerTocsinArePassedOver() {
        Fact fact = codec.decode(
                ENTRY,
                1,
                bytes("{\"mood\":{\"a\":[1,2,{\"b\":null}]},\"kind\":\"NOTE\",\"@class\":\"java.lang.Runtime\","
                        + "\"text\":\"hi\",\"weight\":1e999999999}"));
        assertThat(fact).isEqualTo(new EntryAdded(EntryKind.NOTE, "hi"));
    }

    @Test
    void nullReadsAsAbsent() {
        assertThat(codec.decode(ENTRY, 1, bytes("{\"kind\":\"NOTE\",\"text\":\"a\",\"attachments\":null}")))
                .isEqualTo(new EntryAdded(EntryKind.NOTE, "a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "NaN",
                "{",
                "{}}",
                "{\"kind\":\"NOTE\",\"text\":NaN}",
                "{\"kind\":\"NOTE\",\"text\":\"\\ud800\"}",
                "{\"kind\":\"NOTE\",\"text\":\"\\udc00\\ud800\"}",
                "{\"kind\":\"NOTE\",\"text\":\"a\\u00\"}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",}",
                "{\"kind\":\"NOTE\",\"text\":'a'}",
                "{kind:\"NOTE\",\"text\":\"a\"}",
                "{\"kind\":\"NOTE\",\"text\":\"a\"}//",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"x\":1,\"x\":2}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"x\":{\"y\":1,\"y\":2}}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"attachments\":[null]}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"attachments\":{}}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"attachments\":[{\"size\":1e999999999}]}",
                "{\"kind\":\"NOTE\",\"text\":\"a\",\"attachments\":[{\"size\":99999999999999999999}]}",
                "{\"kind\":[\"tocsin.domain.timeline.EntryKind\",\"NOTE\"],\"text\":\"a\"}",
                "{\"kind\":{\"@class\":\"java.net.URL\",\"val\":\"http://127.0.0.1\"},\"text\":\"a\"}",
                "[\"java.util.ArrayList\",[{\"kind\":\"NOTE\",\"text\":\"a\"}]]",
                "{\"@type\":\"EntryAdded\",\"text\":\"a\"}"
            })
    void brokenPayloadsAreMalformed(String json) {
        assertThat(codec.decodeStrictly(ENTRY, 1, bytes(json))).isInstanceOf(Decoded.Malformed.class);
        assertThat(reason(json)).isNotEmpty().hasSizeLessThan(250).doesNotContain("\n");
    }

    @Test
    void idsTimesAndNamesThatAreNoneAreMalformed() {
        String digits = "9".repeat(100_000);
        assertThat(malformed("timeline.entryPinned", "{\"entry\":\"abc-1\"}")).contains("not a fact's id");
        assertThat(malformed(
                        "timeline.taskExtended", "{\"task\":\"" + Samples.THIRD + "\",\"more\":\"PT" + digits + "S\"}"))
                .contains("not a length of time");
        assertThat(malformed("life.reported", "{\"title\":\"\",\"zone\":\"Mars/Base\"}"))
                .contains("not a time zone");
        assertThat(malformed("life.undone", "{\"undone\":\"1-1-1-1-1\"}")).contains("not a command's id");
        assertThat(malformed("life.absorbed", "{\"source\":\"INC-1\"}")).contains("not an incident's key");
        assertThat(malformed("crew.roleRenounced", "{\"role\":\"SCRIBE\",\"person\":\" \"}"))
                .contains("not a person's name");
    }

    @Test
    void payloadsPastTheLimitsAreMalformed() {
        assertThat(reason("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"))
                .contains("depth");
        assertThat(reason("[".repeat(1_000_000))).isNotEmpty();
        assertThat(reason("{\"kind\":\"NOTE\",\"text\":\"" + "a".repeat(Limits.JSON_STRING_CHARS + 1) + "\"}"))
                .contains("length");
        assertThat(reason("{\"" + "a".repeat(Limits.JSON_NAME_CHARS + 1) + "\":1}"))
                .contains("ame");
        assertThat(reason("{\"x\":" + "1".repeat(1_000) + "}")).contains("umber");
        assertThat(reason(" ".repeat(Limits.PAYLOAD_BYTES + 1))).contains("limit");
    }

    @Test
    void bytesThatAreNoUtf8AreMalformed() {
        byte[] overlong = bytes("{\"kind\":\"NOTE\",\"text\":\"aa\"}");
        overlong[24] = (byte) 0xc0;
        assertThat(codec.decodeStrictly(ENTRY, 1, overlong)).isInstanceOf(Decoded.Malformed.class);
        assertThat(codec.decodeStrictly(
                        ENTRY,
                        1,
                        "{\"kind\":\"NOTE\",\"text\":\"a\"}".getBytes(java.nio.charset.StandardCharsets.UTF_16LE)))
                .isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void theLongestTextReadsBack() {
        String longest = "ž".repeat(Limits.JSON_STRING_CHARS);
        Encoded encoded = codec.encode(new EntryAdded(EntryKind.NOTE, longest));
        assertThat(codec.decode(ENTRY, 1, encoded.payload())).isEqualTo(new EntryAdded(EntryKind.NOTE, longest));
        assertThatThrownBy(() -> codec.encode(new EntryAdded(EntryKind.NOTE, longest + "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
    }

    @Test
    void halfACharacterIsWrittenAsAReplacement() {
        Encoded encoded = codec.encode(new EntryAdded(EntryKind.NOTE, "a\ud83d 🔔 \udd14"));
        assertThat(codec.decode(ENTRY, 1, encoded.payload()))
                .isEqualTo(new EntryAdded(EntryKind.NOTE, "a\ufffd 🔔 \ufffd"));
        assertThat(json(new CrewFact.RoleRenounced(tocsin.domain.roster.Role.SCRIBE, new PersonId("A\ud83d"))))
                .contains("A\ufffd");
    }

    @Test
    void onlyFactsOnTheListAreWritten() {
        assertThatThrownBy(() -> codec.encode(new UnknownFact("a", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> codec.encode(new ErasedFact("a", 1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesOfAHostileDocumentDoNotSpoilTheNext() {
        for (int round = 0; round < 20; round++) {
            var names = new StringBuilder("{");
            for (int i = 0; i < 20_000; i++) {
                names.append("\"n").append(round).append('x').append(i).append("\":0,");
            }
            codec.decode(ENTRY, 1, bytes(names + "\"z\":0}"));
        }
        Optional<Fact> honest = Optional.of(codec.decode(ENTRY, 1, bytes("{\"kind\":\"NOTE\",\"text\":\"a\"}")));
        assertThat(honest).contains(new EntryAdded(EntryKind.NOTE, "a"));
    }

    private String json(Fact fact) {
        return new String(codec.encode(fact).payload(), UTF_8);
    }

    private String reason(String json) {
        return malformed(ENTRY, json);
    }

    private String malformed(String type, String json) {
        assertThat(codec.decodeStrictly(type, 1, bytes(json))).isInstanceOf(Decoded.Malformed.class);
        return ((Decoded.Malformed) codec.decodeStrictly(type, 1, bytes(json))).reason();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(UTF_8);
    }
}
