package tocsin.store;

import java.time.InstantSource;

/// How the store runs. The page cache is small on purpose: the whole console shares a few hundred megabytes.
public record Settings(int cacheKilobytes, InstantSource clock) {
    public static Settings usual() {
        return new Settings(16_384, InstantSource.system());
    }
}
