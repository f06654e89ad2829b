package tocsin.domain.postmortem;

import java.util.Locale;

/// A measure of the damage. Its value is words, since "about 4 000 of 31 000" is truer than a number.
public enum Damage {
    USERS,
    REVENUE,
    TICKETS,
    SLA_BREACHES;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
