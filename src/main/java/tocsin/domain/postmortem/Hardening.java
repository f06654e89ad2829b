package tocsin.domain.postmortem;

import tocsin.base.PersonId;

/// One rule or gate made stronger: what it said, how the case slipped by, what it says now and what enforces it.
public record Hardening(
        String rule, String said, Slip slip, String newWording, String gate, String proof, PersonId reviewer) {

    /// How the case got past the rule.
    public enum Slip {
        ABSENT,
        TOO_WEAK,
        NOT_ENFORCED,
        BYPASSED,
        UNKNOWN
    }
}
