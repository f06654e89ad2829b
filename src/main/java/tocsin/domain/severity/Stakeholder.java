package tocsin.domain.severity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A group that waits for word, and the way word reaches it.
public enum Stakeholder {
    EXECUTIVE_TEAM(Channel.PHONE_OR_SMS),
    ENGINEERING_LEADS(Channel.CHAT_OR_MAIL),
    ON_CALL_ENGINEERS(Channel.PAGER),
    CUSTOMER_SUPPORT(Channel.CHAT_OR_MAIL),
    EXTERNAL_CUSTOMERS(Channel.STATUS_PAGE),
    SECURITY_TEAM(Channel.SECURE),
    LEGAL(Channel.SECURE),
    VENDOR_MANAGER(Channel.CHAT_OR_MAIL),
    PRIVACY_OFFICER(Channel.SECURE);

    public enum Channel {
        PHONE_OR_SMS,
        CHAT_OR_MAIL,
        PAGER,
        STATUS_PAGE,
        SECURE
    }

    private final Channel channel;

    Stakeholder(Channel channel) {
        this.channel = channel;
    }

    /// How it is written in a setting: `executive-team`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Stakeholder> ofWord(String word) {
        return Arrays.stream(values())
                .filter(group -> group.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public Channel channel() {
        return channel;
    }
}
