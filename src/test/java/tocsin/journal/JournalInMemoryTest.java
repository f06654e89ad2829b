package tocsin.journal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

class JournalInMemoryTest extends JournalContract {
    private final Map<String, Disk> disks = new HashMap<>();

    @Override
    Disk disk(String name) {
        return disks.computeIfAbsent(name, _ -> new MemoryDisk());
    }

    @Override
    Path folder(String name) {
        return Path.of(name);
    }
}
