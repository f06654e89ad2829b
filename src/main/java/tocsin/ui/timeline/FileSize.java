package tocsin.ui.timeline;

import java.text.NumberFormat;
import tocsin.ui.kit.Words;

/// A number of bytes as people say it.
final class FileSize {
    private FileSize() {}

    static String words(long bytes, Words words) {
        if (bytes < 1_000) {
            return words.number(bytes) + " B";
        }
        NumberFormat short1 = NumberFormat.getNumberInstance(words.locale());
        short1.setMaximumFractionDigits(1);
        return bytes < 1_000_000
                ? short1.format(bytes / 1e3) + " kB"
                : bytes < 1_000_000_000 ? short1.format(bytes / 1e6) + " MB" : short1.format(bytes / 1e9) + " GB";
    }
}
