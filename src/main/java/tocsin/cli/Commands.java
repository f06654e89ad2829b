package tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tocsin.app.Call;
import tocsin.app.LockedOut;
import tocsin.app.OwnerCall;
import tocsin.app.Profile;
import tocsin.app.Safe;
import tocsin.app.Texts;
import tocsin.app.lock.Gate;
import tocsin.journal.JournalException;
import tocsin.store.StoreException;

/// Runs one terminal command: results on standard output, one line of trouble on standard error, an exit code.
public final class Commands {
    private static final int MOST_CAUSES = 20;

    private final Surroundings surroundings;
    private final Texts texts;
    private final String version;

    public Commands(Surroundings surroundings, Texts texts, String version) {
        this.surroundings = surroundings;
        this.texts = texts;
        this.version = version;
    }

    /// Runs the command; never throws.
    public int run(Call call) {
        try {
            return execute(call, new Terminal(call, surroundings, texts));
        } catch (Exception failed) {
            return told(call, failed);
        } finally {
            call.out().flush();
            call.err().flush();
        }
    }

    private int told(Call call, Exception failed) {
        return switch (failed) {
            case Trouble trouble -> told(call, trouble.exit(), trouble.line());
            case StoreException store -> told(call, Trouble.BROKEN, String.valueOf(store.getMessage()));
            default ->
                told(
                        call,
                        Trouble.BROKEN,
                        "something failed that should not (" + failed.getClass().getSimpleName()
                                + "); what was answered with ok is on disk; details: "
                                + noted(surroundings.profile(), failed));
        };
    }

    private int execute(Call call, Terminal terminal) {
        if (OwnerCall.isTooLong(call)) {
            throw Trouble.usage("that is too much for a command line; use `tocsin log INC -` and standard input");
        }
        CommandLine line = line(terminal, call.arguments());
        line.setOut(new PrintWriter(call.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(call.err(), true, StandardCharsets.UTF_8));
        line.setExpandAtFiles(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        line.setParameterExceptionHandler((wrong, words) -> told(call, Trouble.USAGE, usage(wrong, List.of(words))));
        line.setExecutionStrategy(read -> {
            // Whatever picocli itself catches, it prints with its trace.
            try {
                return start(read, call);
            } catch (ExecutionException failed) {
                return told(call, failed.getCause() instanceof Exception cause ? cause : failed);
            } catch (RuntimeException failed) {
                return told(call, failed);
            }
        });
        line.getCommandSpec().version("tocsin " + version);
        return line.execute(words(call.arguments()).toArray(String[]::new));
    }

    /// Every command with its words.
    static CommandLine line(Terminal terminal) {
        return line(terminal, _ -> true);
    }

    /// Only a command whose name is among the words can be meant; the others are made when somebody asks for the list.
    private static CommandLine line(Terminal terminal, List<String> words) {
        CommandLine line = line(terminal, words::contains);
        line.setHelpFactory((asked, colors) -> new CommandLine.Help(
                asked.userObject() instanceof Root ? line(terminal).getCommandSpec() : asked, colors));
        return line;
    }

    private static CommandLine line(Terminal terminal, Predicate<String> wanted) {
        IFactory factory = factory(terminal);
        var line = new CommandLine(new Root(terminal), factory);
        for (Class<?> command : Root.COMMANDS) {
            if (wanted.test(name(command))) {
                line.addSubcommand(name(command), new CommandLine(command, factory));
            }
        }
        addHelp(line);
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(100);
        return line;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(CommandLine.Command.class).name();
    }

    /// `help` in front is what many try first.
    private static List<String> words(List<String> arguments) {
        if (arguments.isEmpty() || !arguments.getFirst().equals("help")) {
            return arguments;
        }
        return Stream.concat(arguments.stream().skip(1), Stream.of("--help")).toList();
    }

    /// Opens the profile only for a command that was understood and needs it.
    private int start(ParseResult read, Call call) {
        Integer helped = CommandLine.executeHelpRequest(read);
        if (helped != null) {
            return helped;
        }
        ParseResult last = read;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        boolean home = last.commandSpec().userObject() instanceof AtHome command && command.needsNoProfile();
        boolean acts = !awaitsCommand(last.commandSpec());
        if (!home && acts) {
            try {
                OptionalInt answered = surroundings.enter(call);
                if (answered.isPresent()) {
                    return answered.getAsInt();
                }
            } catch (LockedOut refused) {
                throw Trouble.refused(String.valueOf(refused.getMessage()));
            } catch (JournalException refused) {
                throw Trouble.broken(String.valueOf(refused.getMessage()));
            } catch (IOException broken) {
                throw Trouble.broken("the local socket of the profile failed: " + broken.getMessage()
                        + "; look at the profile folder's permissions");
            }
        }
        return new CommandLine.RunLast().execute(read);
    }

    private static boolean awaitsCommand(CommandSpec command) {
        return command.parent() == null || !command.subcommands().isEmpty();
    }

    /// Every command, at every depth, answers `--help`.
    private static void addHelp(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(line.getParent() == null);
        if (line.getParent() != null) {
            line.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("this text")
                            .build());
        }
        line.getSubcommands().values().forEach(Commands::addHelp);
    }

    private static String usage(ParameterException wrong, List<String> words) {
        String name = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return Safe.cut(what(wrong, words), 300) + "; see `" + name + " --help`";
    }

    private static String what(ParameterException wrong, List<String> words) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        Optional<String> dashed = words.stream()
                .takeWhile(word -> !word.equals("--"))
                .filter(word -> word.length() > 1 && word.startsWith("-") && command.findOption(option(word)) == null)
                .findFirst();
        return switch (wrong) {
            case UnmatchedArgumentException unmatched
            when unmatched.isUnknownOption() ->
                noOption(unmatched.getUnmatched().getFirst());
            case UnmatchedArgumentException unmatched
            when awaitsCommand(command) ->
                "no command " + Safe.cut(unmatched.getUnmatched().getFirst(), 60);
            case UnmatchedArgumentException unmatched ->
                "one word too many: " + Safe.cut(unmatched.getUnmatched().getFirst(), 60)
                        + "; put quotes around a text of several words";
            case MissingParameterException _ when dashed.isPresent() -> noOption(dashed.get());
            default -> String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
        };
    }

    private static String option(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String noOption(String word) {
        return "no option " + Safe.cut(word, 60) + "; put -- before words that begin with -";
    }

    private static int told(Call call, int exit, String words) {
        call.out().flush();
        call.err().print("tocsin: " + Safe.line(words) + "\n");
        call.err().flush();
        return exit;
    }

    private static String noted(Profile profile, Exception failure) {
        Path folder = profile.logs();
        String trace = Gate.isLocked(profile) ? wordless(failure) : trace(failure);
        Path file = folder.resolve("trouble.log");
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    file, Instant.now() + "\n" + trace + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return file.toString();
        } catch (IOException unwritable) {
            return "none, the log folder cannot be written";
        }
    }

    private static String trace(Exception failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /// Kinds and places only: what a failure says may hold words of a profile that nobody should read.
    private static String wordless(Exception failure) {
        var trace = new StringBuilder();
        int depth = 0;
        for (Throwable each = failure; each != null && depth < MOST_CAUSES; each = each.getCause(), depth++) {
            trace.append(each.getClass().getName()).append('\n');
            for (StackTraceElement at : each.getStackTrace()) {
                trace.append("\tat ").append(at).append('\n');
            }
        }
        return trace.toString();
    }

    /// Commands are made with the terminal they run at.
    private static IFactory factory(Terminal terminal) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> kind) throws Exception {
                for (Constructor<?> constructor : kind.getDeclaredConstructors()) {
                    if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Terminal.class) {
                        return kind.cast(constructor.newInstance(terminal));
                    }
                }
                return CommandLine.defaultFactory().create(kind);
            }
        };
    }
}
