package tocsin.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.app.OrganisationAnswer;
import tocsin.app.ShippedChecklists;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.domain.Recorded;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.OrganisationCommand.ResetSetting;
import tocsin.domain.organisation.OrganisationFact.SettingChanged;
import tocsin.domain.organisation.OrganisationHistory;
import tocsin.domain.organisation.Setting;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Office;

class SettingsModelTest {
    private final Words words = Words.in(Locale.ENGLISH);
    private final SettingsModel model = new SettingsModel(words, Given.BERLIN, InstantSource.fixed(Given.NOW));
    private final List<OrganisationCommand> asked = new ArrayList<>();
    private final OrganisationHistory history = new OrganisationHistory();
    private final SettingPrompts prompts = new SettingPrompts(
            new Office(
                    commands -> {
                        asked.addAll(commands);
                        return CompletableFuture.completedFuture(
                                new OrganisationAnswer.Done(Organisation.EMPTY, List.of()));
                    },
                    words),
            model.said(),
            model::organisation,
            model::lists);

    @BeforeEach
    void shipped() {
        model.show(Organisation.EMPTY);
        model.shipped(ShippedChecklists.english());
    }

    @Test
    void valuesAreSaidInWords() {
        assertThat(value(Setting.UPDATES_1)).isEqualTo("every 30 min");
        assertThat(value(Setting.UPDATES_4)).isEqualTo("weekly Mon 16:00");
        assertThat(value(Setting.LADDER_3)).isEqualTo("1 / 2 / 4 business h");
        assertThat(value(Setting.SOAK_4)).isEqualTo("none");
        assertThat(value(Setting.HOURS)).isEqualTo("Mon-Fri 09:00-17:00");
        assertThat(value(Setting.ZONE)).isEqualTo("the incident’s own");
        assertThat(value(Setting.CHECKLIST_OUTAGE)).startsWith("shipped, ").endsWith(" phases");
    }

    @Test
    void everySettingHasANameAMeaningAndAValueInBothLanguages() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            var said = new SettingWords(Words.in(locale));
            for (Setting setting : Setting.values()) {
                assertThat(List.of(
                                said.name(setting),
                                said.meaning(setting),
                                said.value(setting, setting.shipped(), ShippedChecklists.in(locale))))
                        .as("%s in %s", setting, locale)
                        .noneMatch(String::isBlank);
            }
        }
    }

    @Test
    void aChangedSettingShowsWhatWasShippedAndWhoChangedItWhen() {
        changed("updates.sev1", "30m", "20m");
        model.choose(Setting.UPDATES_1);
        assertThat(model.getValue()).isEqualTo("every 20 min");
        assertThat(model.getShipped()).isEqualTo("shipped: every 30 min");
        assertThat(model.getLastWord()).isEqualTo("set by M. Duval, Sat 21 Nov 14:22");
        assertThat(model.getCount()).isEqualTo("1 of 58 are not as shipped");
        assertThat(model.getKeys()).contains("back to shipped");
    }

    @Test
    void twoWhoSetTheSameWhileApartAreShown() {
        changed("updates.sev1", "30m", "20m");
        changed("updates.sev1", "30m", "45m");
        assertThat(model.clashes()).singleElement().satisfies(apart -> {
            assertThat(apart.title()).isEqualTo("Two people set Updates, SEV-1");
            assertThat(apart.line()).contains("every 45 min");
        });
    }

    @Test
    void aWrongValueIsRefusedInTheLineWithWhatIsAllowed() {
        assertThat(prompts.change(Setting.UPDATES_1).read("soon"))
                .isInstanceOfSatisfying(
                        Prompt.Wrong.class, wrong -> assertThat(wrong.line()).contains("daily 16:00"));
    }

    @Test
    void aRightValueSaysWhatBecomesOfWhatAndIsAskedFor() {
        var reading = prompts.change(Setting.UPDATES_1).read("20m");
        assertThat(reading).isInstanceOfSatisfying(Prompt.Ready.class, ready -> {
            assertThat(ready.summary()).isEqualTo("every 30 min → every 20 min");
            ready.run().get().join();
        });
        assertThat(asked).containsExactly(new ChangeSetting("updates.sev1", "20m"));
    }

    @Test
    void theLineOpensWithWhatStandsAndOffersWhatIsShipped() {
        changed("updates.sev1", "30m", "20m");
        Prompt prompt = prompts.change(Setting.UPDATES_1);
        assertThat(prompt.draft()).isEqualTo("20m");
        assertThat(Prompt.at(prompt.read("20m"), 0).orElseThrow().fill()).isEqualTo("30m");
    }

    @Test
    void aZoneIsFoundByAPartOfItsName() {
        assertThat(prompts.change(Setting.ZONE).read("berl").options())
                .extracting(Prompt.Option::fill)
                .containsExactly("Europe/Berlin");
    }

    @Test
    void aChecklistIsEditedAsTextAndTheWrongLineIsNamed() {
        Prompt prompt = prompts.change(Setting.CHECKLIST_OUTAGE);
        assertThat(prompt.lines()).isGreaterThan(1);
        String broken = prompt.draft() + "\nno step at all\nown.more: another";
        long line = broken.lines().count() - 1;
        assertThat(prompt.read(broken)).isInstanceOfSatisfying(Prompt.Wanting.class, wanting -> {
            assertThat(wanting.say()).startsWith("Line " + line + " is neither a phase nor a step");
            assertThat(wanting.options()).extracting(Prompt.Option::fill).containsExactly(prompt.draft());
        });
        assertThat(prompt.read(prompt.draft() + "\nown.more: another"))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class, ready -> ready.run().get().join());
        assertThat(asked).singleElement().isInstanceOf(ChangeSetting.class);
    }

    @Test
    void theShippedTextOfAChecklistPutsItBack() {
        String shipped = prompts.change(Setting.CHECKLIST_DATA).draft();
        changed("checklist.data", "", "= first 0m 15m Begin\nown.look: Look around");
        assertThat(prompts.change(Setting.CHECKLIST_DATA).read(shipped))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class, ready -> ready.run().get().join());
        assertThat(asked).containsExactly(new ResetSetting("checklist.data"));
    }

    private String value(Setting setting) {
        return model.row(setting).valueProperty().get();
    }

    private void changed(String key, String from, String to) {
        int number = history.size() + 1;
        var desk = new DeskId("testdesktestdesk");
        history.add(new Recorded(
                new FactId(desk, number),
                new Hlc(Given.NOW.toEpochMilli(), number),
                Given.NOW,
                Optional.empty(),
                Given.ANA,
                new CommandId(1, number),
                new SettingChanged(key, from, to)));
        model.show(history.now());
    }
}
