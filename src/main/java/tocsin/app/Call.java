package tocsin.app;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// One terminal command with its surroundings, run here or handed over by another process.
///
/// @param folder where relative file names start
/// @param operator who is at the terminal, when they said so
public record Call(
        List<String> arguments, Path folder, String operator, InputStream in, PrintStream out, PrintStream err) {

    public Call withArguments(List<String> others) {
        return new Call(others, folder, operator, in, out, err);
    }
}
