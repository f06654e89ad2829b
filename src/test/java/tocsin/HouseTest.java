package tocsin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds the plan of the house: floors, rooms, who may use which library, and that decisions and sources are whole.
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("tocsin");

    private static final Pattern UNFINISHED = Pattern.compile("(?://|\\*).*\\b(?:TO" + "DO|FIX" + "ME)\\b");

    @Test
    void aFloorUsesOnlyTheFloorsBelowIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("wiring")
                .definedBy("tocsin")
                .layer("ui")
                .definedBy("tocsin.ui..")
                .layer("cli")
                .definedBy("tocsin.cli..")
                .layer("app")
                .definedBy("tocsin.app..")
                .layer("sync")
                .definedBy("tocsin.sync..")
                .layer("publish")
                .definedBy("tocsin.publish..")
                .layer("casefile")
                .definedBy("tocsin.casefile..")
                .layer("later peers")
                .definedBy("tocsin.connect..", "tocsin.runbook..", "tocsin.insight..")
                .layer("store")
                .definedBy("tocsin.store..")
                .layer("vault")
                .definedBy("tocsin.vault..")
                .layer("journal")
                .definedBy("tocsin.journal..")
                .layer("domain")
                .definedBy("tocsin.domain..")
                .layer("base")
                .definedBy("tocsin.base..")
                .whereLayer("wiring")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ui")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("cli")
                .mayOnlyBeAccessedByLayers("wiring")
                .whereLayer("app")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli")
                .whereLayer("sync")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app")
                .whereLayer("publish")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app")
                .whereLayer("casefile")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app")
                .whereLayer("casefile")
                .mayOnlyAccessLayers("journal", "domain", "base")
                .whereLayer("later peers")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app", "later peers")
                .whereLayer("store")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app", "sync", "publish", "later peers")
                .whereLayer("vault")
                .mayOnlyBeAccessedByLayers("wiring", "ui", "cli", "app", "sync")
                .whereLayer("vault")
                .mayOnlyAccessLayers("journal", "base")
                .whereLayer("journal")
                .mayOnlyBeAccessedByLayers(
                        "wiring", "ui", "cli", "app", "sync", "publish", "casefile", "later peers", "store", "vault")
                .whereLayer("domain")
                .mayOnlyAccessLayers("base")
                .whereLayer("base")
                .mayNotAccessAnyLayer()
                .check(HOUSE);
    }

    @Test
    void everyRoomStandsInThePlan() {
        classes()
                .should()
                .resideInAnyPackage(
                        "tocsin",
                        "tocsin.ui..",
                        "tocsin.cli..",
                        "tocsin.app..",
                        "tocsin.sync..",
                        "tocsin.publish..",
                        "tocsin.casefile..",
                        "tocsin.connect..",
                        "tocsin.runbook..",
                        "tocsin.insight..",
                        "tocsin.store..",
                        "tocsin.vault..",
                        "tocsin.journal..",
                        "tocsin.domain..",
                        "tocsin.base..")
                .check(HOUSE);
    }

    @Test
    void roomsFormNoCycles() {
        slices().matching("tocsin.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void theJournalDoesNotKnowItsCodec() {
        noClasses()
                .that()
                .resideInAPackage("tocsin.journal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tocsin.journal.codec..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void onlyTheScreensUseJavaFx() {
        onlyIn(List.of("tocsin.ui..", "tocsin"), "javafx..", "org.controlsfx..", "atlantafx..");
    }

    /// A window that opens by itself, or that nobody can pass by, has no place in the middle of an incident.
    @Test
    void nothingOnTheScreensIsModal() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javafx\\.scene\\.control\\.(Dialog|Alert|TextInputDialog|ChoiceDialog|DialogPane)"
                        + "|javafx\\.stage\\.(Modality|FileChooser|DirectoryChooser)"
                        + "|org\\.controlsfx\\.dialog\\..*")
                .check(HOUSE);
        noClasses()
                .should()
                .callMethodWhere(target(name("showAndWait")))
                .orShould()
                .callMethodWhere(target(name("initModality")))
                .check(HOUSE);
    }

    @Test
    void onlyTheCodecUsesJackson() {
        onlyIn(List.of("tocsin.journal.codec.."), "tools.jackson..", "com.fasterxml..");
    }

    @Test
    void onlyTheStoreAndTheHubsSpeakSql() {
        onlyIn(List.of("tocsin.store..", "tocsin.sync.."), "java.sql..", "javax.sql..");
        onlyIn(List.of("tocsin.store.."), "org.h2..");
        onlyIn(List.of("tocsin.sync.."), "org.postgresql..");
    }

    @Test
    void onlyTheTerminalUsesPicocli() {
        onlyIn(List.of("tocsin.cli.."), "picocli..");
    }

    @Test
    void onlyTheSearchUsesLucene() {
        onlyIn(List.of("tocsin.app.search.."), "org.apache.lucene..");
    }

    @Test
    void onlyTheVaultTurnsAPassphraseIntoAKey() {
        onlyIn(List.of("tocsin.vault.."), "org.bouncycastle..");
    }

    @Test
    void onlyThePrintersUsePdfBox() {
        onlyIn(List.of("tocsin.publish.."), "org.apache.pdfbox..", "org.apache.fontbox..");
    }

    @Test
    void onlyThePaperReadsMarkdown() {
        onlyIn(List.of("tocsin.publish.paper.."), "org.commonmark..");
    }

    @Test
    void theHeartUsesNoLibrary() {
        classes()
                .that()
                .resideInAPackage("tocsin.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "tocsin.domain..",
                        "tocsin.base..",
                        "java.lang..",
                        "java.math..",
                        "java.text..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void theGroundFloorUsesNoLibrary() {
        classes()
                .that()
                .resideInAPackage("tocsin.base..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "tocsin.base..",
                        "java.lang..",
                        "java.nio.charset..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify.annotations..")
                .check(HOUSE);
    }

    @Test
    void theHeartHasNoClockAndNoDice() {
        noClasses()
                .that()
                .resideInAPackage("tocsin.domain..")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Random.class, ThreadLocalRandom.class)
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.util.random.."))
                .orShould()
                .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void everyDecisionPageNamesTheTestThatHoldsIt() throws IOException {
        for (var page : filesUnder("src/docs/decisions", ".md")) {
            var lines = Files.readAllLines(page);
            var last = lines.isEmpty() ? "" : lines.getLast();
            assertThat(last).as("last line of %s", page).matches("Held by: tocsin(\\.\\w+)+");
            var test = Path.of(
                    "src/test/java", last.substring("Held by: ".length()).replace('.', '/') + ".java");
            assertThat(test).as("the test that %s names", page).isRegularFile();
        }
    }

    @Test
    void noSourceIsLeftUnfinished() throws IOException {
        for (var source : filesUnder("src", ".java")) {
            assertThat(UNFINISHED.matcher(Files.readString(source)).find())
                    .as("a note of unfinished work in %s", source)
                    .isFalse();
        }
    }

    private static void onlyIn(List<String> rooms, String... libraries) {
        noClasses()
                .that(not(resideInAnyPackage(rooms.toArray(String[]::new))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    private static List<Path> filesUnder(String folder, String ending) throws IOException {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (var found = Files.walk(Path.of(folder))) {
            return found.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
