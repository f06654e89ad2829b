package tocsin.domain.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

/// Everything an organisation can set otherwise than shipped. Each of them is read by a decision, a clock or a list.
public enum Setting {
    UPDATES_1("updates.sev1", Form.BEAT, "30m"),
    UPDATES_2("updates.sev2", Form.BEAT, "2h"),
    UPDATES_3("updates.sev3", Form.BEAT, "daily 16:00"),
    UPDATES_4("updates.sev4", Form.BEAT, "weekly mon 16:00"),
    RESPONSE_1("response.sev1", Form.SPAN, "15m"),
    RESPONSE_2("response.sev2", Form.SPAN, "1h"),
    RESPONSE_3("response.sev3", Form.SPAN, "4bh"),
    RESPONSE_4("response.sev4", Form.SPAN, "5bd"),
    LADDER_1("ladder.sev1", Form.LADDER, "5m 10m 15m"),
    LADDER_2("ladder.sev2", Form.LADDER, "15m 30m 60m"),
    LADDER_3("ladder.sev3", Form.LADDER, "1bh 2bh 4bh"),
    LADDER_4("ladder.sev4", Form.LADDER, "1bd 3bd 5bd"),
    RESTORE_1("restore.sev1", Form.SPAN, "4h"),
    RESTORE_2("restore.sev2", Form.SPAN, "24h"),
    RESTORE_3("restore.sev3", Form.SPAN, "5bd"),
    RESTORE_4("restore.sev4", Form.SPAN, "20bd"),
    SOAK_1("soak.sev1", Form.TIME, "60m"),
    SOAK_2("soak.sev2", Form.TIME, "60m"),
    SOAK_3("soak.sev3", Form.TIME, "30m"),
    SOAK_4("soak.sev4", Form.TIME, "0m"),
    SOAK_SECURITY("soak.security", Form.TIME, "24h"),
    POSTMORTEM_1("postmortem.sev1", Form.SPAN, "10bd"),
    POSTMORTEM_2("postmortem.sev2", Form.SPAN, "10bd"),
    POSTMORTEM_3("postmortem.sev3", Form.SPAN, "15bd"),
    POSTMORTEM_4("postmortem.sev4", Form.SPAN, "20bd"),
    REOPEN("reopen.within", Form.TIME, "7d"),
    UNDO("undo.within", Form.UNDO, "30s"),
    DUTY("duty.commander", Form.DUTY, "4h 8h 12h"),
    HOURS("business.hours", Form.HOURS, "mon-fri 09:00-17:00"),
    HOLIDAYS("business.holidays", Form.DATES, ""),
    ZONE("business.zone", Form.ZONE, ""),
    CHECKLIST_OUTAGE("checklist.outage", Form.LIST, ""),
    CHECKLIST_SECURITY("checklist.security", Form.LIST, ""),
    CHECKLIST_PERFORMANCE("checklist.performance", Form.LIST, ""),
    CHECKLIST_DATA("checklist.data", Form.LIST, ""),
    CHECKLIST_INTEGRATION("checklist.integration", Form.LIST, ""),
    STAKEHOLDERS_1(
            "stakeholders.sev1",
            Form.GROUPS,
            "executive-team engineering-leads on-call-engineers customer-support external-customers security-team legal"),
    STAKEHOLDERS_2(
            "stakeholders.sev2",
            Form.GROUPS,
            "executive-team engineering-leads on-call-engineers customer-support external-customers security-team"),
    STAKEHOLDERS_3(
            "stakeholders.sev3", Form.GROUPS, "engineering-leads on-call-engineers customer-support security-team"),
    STAKEHOLDERS_4("stakeholders.sev4", Form.GROUPS, "on-call-engineers security-team"),
    ROLE_COMMANDER("role.commander", Form.NAME, ""),
    ROLE_DEPUTY("role.deputy", Form.NAME, ""),
    ROLE_SCRIBE("role.scribe", Form.NAME, ""),
    ROLE_OPERATIONS("role.operations", Form.NAME, ""),
    ROLE_COMMUNICATIONS("role.communications", Form.NAME, ""),
    ROLE_CUSTOMER_LIAISON("role.customer-liaison", Form.NAME, ""),
    ROLE_INTERNAL_LIAISON("role.internal-liaison", Form.NAME, ""),
    ROLE_PLANNING("role.planning", Form.NAME, ""),
    ROLE_EXPERT("role.expert", Form.NAME, ""),
    ROLE_TEAM_LEAD("role.team-lead", Form.NAME, ""),
    ROLE_SECURITY_LEAD("role.security-lead", Form.NAME, ""),
    ROLE_CUSTODIAN("role.custodian", Form.NAME, ""),
    ROLE_THREAT_ANALYST("role.threat-analyst", Form.NAME, ""),
    ROLE_LEGAL("role.legal", Form.NAME, ""),
    ROLE_PRIVACY_OFFICER("role.privacy-officer", Form.NAME, ""),
    ROLE_DISCLOSURE("role.disclosure", Form.NAME, ""),
    ROLE_HR("role.hr", Form.NAME, ""),
    ROLE_OUTSIDE_CONTACT("role.outside-contact", Form.NAME, "");

    private final String key;
    private final Form form;
    private final String shipped;

    Setting(String key, Form form, String shipped) {
        this.key = key;
        this.form = form;
        this.shipped = shipped;
    }

    public String key() {
        return key;
    }

    /// What holds when nobody has set it; empty where there is none.
    public String shipped() {
        return shipped;
    }

    /// Examples of what may be set, the same in every language.
    public String form() {
        return form.examples();
    }

    public boolean accepts(String value) {
        return value.equals(shipped) || form.accepts(value);
    }

    /// The value without what people write around it.
    String normal(String value) {
        return form == Form.LIST ? value.strip() : value.strip().replaceAll("\\s+", " ");
    }

    public static Optional<Setting> ofKey(String key) {
        String word = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(word))
                .findFirst();
    }

    public static Setting checklist(IncidentType type) {
        return switch (type) {
            case OUTAGE -> CHECKLIST_OUTAGE;
            case SECURITY -> CHECKLIST_SECURITY;
            case PERFORMANCE -> CHECKLIST_PERFORMANCE;
            case DATA -> CHECKLIST_DATA;
            case INTEGRATION -> CHECKLIST_INTEGRATION;
        };
    }

    /// What the organisation calls this role.
    public static Setting role(Role role) {
        return ofKey("role." + role.word()).orElseThrow();
    }

    public static Setting stakeholders(Severity severity) {
        return switch (severity) {
            case SEV1 -> STAKEHOLDERS_1;
            case SEV2 -> STAKEHOLDERS_2;
            case SEV3 -> STAKEHOLDERS_3;
            case SEV4 -> STAKEHOLDERS_4;
        };
    }

    public static Setting updates(Severity severity) {
        return switch (severity) {
            case SEV1 -> UPDATES_1;
            case SEV2 -> UPDATES_2;
            case SEV3 -> UPDATES_3;
            case SEV4 -> UPDATES_4;
        };
    }

    public static Setting response(Severity severity) {
        return switch (severity) {
            case SEV1 -> RESPONSE_1;
            case SEV2 -> RESPONSE_2;
            case SEV3 -> RESPONSE_3;
            case SEV4 -> RESPONSE_4;
        };
    }

    public static Setting ladder(Severity severity) {
        return switch (severity) {
            case SEV1 -> LADDER_1;
            case SEV2 -> LADDER_2;
            case SEV3 -> LADDER_3;
            case SEV4 -> LADDER_4;
        };
    }

    public static Setting restore(Severity severity) {
        return switch (severity) {
            case SEV1 -> RESTORE_1;
            case SEV2 -> RESTORE_2;
            case SEV3 -> RESTORE_3;
            case SEV4 -> RESTORE_4;
        };
    }

    public static Setting soak(Severity severity) {
        return switch (severity) {
            case SEV1 -> SOAK_1;
            case SEV2 -> SOAK_2;
            case SEV3 -> SOAK_3;
            case SEV4 -> SOAK_4;
        };
    }

    public static Setting postmortem(Severity severity) {
        return switch (severity) {
            case SEV1 -> POSTMORTEM_1;
            case SEV2 -> POSTMORTEM_2;
            case SEV3 -> POSTMORTEM_3;
            case SEV4 -> POSTMORTEM_4;
        };
    }
}
