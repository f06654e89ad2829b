package tocsin.domain.postmortem;

/// Whether the new rule was tried on the case that slipped by.
public enum OldCase {
    NOT_TRIED,
    NOW_FAILS
}
