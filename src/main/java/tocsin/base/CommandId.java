package tocsin.base;

import java.util.UUID;

/// One gesture of one person. All facts that the gesture caused carry it, so that history and undo see one act.
public record CommandId(long high, long low) {
    public static CommandId of(UUID uuid) {
        return new CommandId(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return new UUID(high, low).toString();
    }
}
