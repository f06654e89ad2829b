package tocsin.domain.severity;

/// A level with its reasons in one line, and the version of the rules that gave it, so that an old assessment can be
/// understood after the rules have changed.
public record Assessment(Severity level, String explanation, int rulesVersion) {}
