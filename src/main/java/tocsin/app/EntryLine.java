package tocsin.app;

import java.util.Optional;
import tocsin.domain.timeline.EntryKind;

/// One typed line taken apart: what kind of entry it is, when it happened if it says so, and its words. When the time
/// in
/// front names no moment, `when` carries why and `text` still holds every word, so that nothing typed is lost.
public record EntryLine(EntryKind kind, Optional<TimeReading> when, String text) {}
