package tocsin.journal.codec;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import tocsin.base.Limits;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.Named;

/// The one door to the JSON library, with every limit set.
final class Streams {
    /// No number that Tocsin writes has more than 24 characters.
    private static final int NUMBER_CHARS = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.JSON_DEPTH)
                    .maxDocumentLength(Limits.PAYLOAD_BYTES)
                    .maxStringLength(Limits.JSON_STRING_CHARS)
                    .maxNameLength(Limits.JSON_NAME_CHARS)
                    .maxNumberLength(NUMBER_CHARS)
                    .build())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(Limits.JSON_DEPTH)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            // The library remembers names from document to document: hostile names must not make an honest one fail.
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private Streams() {}

    static JsonParser reader(byte[] document) throws MalformedJson {
        if (document.length > Limits.PAYLOAD_BYTES) {
            throw new MalformedJson(
                    "the document has " + document.length + " bytes, the limit is " + Limits.PAYLOAD_BYTES);
        }
        return FACTORY.createParser(ObjectReadContext.empty(), document);
    }

    static JsonGenerator writer(OutputStream out, ObjectWriteContext context) {
        return FACTORY.createGenerator(context, out);
    }

    static JsonGenerator writer(ByteArrayOutputStream out) {
        return writer(out, ObjectWriteContext.empty());
    }

    static PropertyNameMatcher matcher(java.util.List<String> names) {
        return FACTORY.constructNameMatcher(
                names.stream().map(Named::fromString).toList(), true);
    }
}
