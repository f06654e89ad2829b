package tocsin.store;

import java.time.InstantSource;
import java.util.Optional;

/// How the store runs. The page cache is small on purpose: the whole console shares a few hundred megabytes.
///
/// @param key what its file is locked with, if it is
public record Settings(int cacheKilobytes, InstantSource clock, Optional<StoreKey> key) {
    public Settings(int cacheKilobytes, InstantSource clock) {
        this(cacheKilobytes, clock, Optional.empty());
    }

    public static Settings usual() {
        return new Settings(16_384, InstantSource.system());
    }

    public Settings withKey(StoreKey other) {
        return new Settings(cacheKilobytes, clock, Optional.of(other));
    }
}
