package tocsin.publish.paper;

/// What a figure shows. Nothing here is ever loaded from anywhere but the incident's own attachments.
public sealed interface Picture {
    /// What it shows, in words, for whoever cannot see it.
    String alt();

    /// An attachment of the incident by the SHA-256 of its bytes.
    record Attached(String sha256, String alt) implements Picture {}

    record Drawn(Drawing drawing, String alt) implements Picture {}
}
