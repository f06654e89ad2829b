package tocsin.domain.timeline;

/// A file beside the log, named by the SHA-256 of its bytes.
public record Attachment(String sha256, String name, long size, String mediaType) {}
