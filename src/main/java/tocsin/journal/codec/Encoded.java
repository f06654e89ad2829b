package tocsin.journal.codec;

/// A fact as the journal stores it. The payload is not copied: leave it alone.
@SuppressWarnings("ArrayRecordComponent")
public record Encoded(String type, int version, byte[] payload) {}
