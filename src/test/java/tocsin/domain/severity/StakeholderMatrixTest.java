package tocsin.domain.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.severity.Stakeholder.CUSTOMER_SUPPORT;
import static tocsin.domain.severity.Stakeholder.ENGINEERING_LEADS;
import static tocsin.domain.severity.Stakeholder.EXECUTIVE_TEAM;
import static tocsin.domain.severity.Stakeholder.EXTERNAL_CUSTOMERS;
import static tocsin.domain.severity.Stakeholder.LEGAL;
import static tocsin.domain.severity.Stakeholder.ON_CALL_ENGINEERS;
import static tocsin.domain.severity.Stakeholder.PRIVACY_OFFICER;
import static tocsin.domain.severity.Stakeholder.SECURITY_TEAM;
import static tocsin.domain.severity.Stakeholder.VENDOR_MANAGER;

import java.util.Set;
import org.junit.jupiter.api.Test;
import tocsin.domain.severity.Stakeholder.Channel;
import tocsin.domain.severity.StakeholderMatrix.Circumstance;

class StakeholderMatrixTest {
    private static final StakeholderMatrix MATRIX = StakeholderMatrix.shipped();
    private static final Set<Circumstance> RELEASED =
            Set.of(Circumstance.LEGAL_RELEASED, Circumstance.COMMANDER_RELEASED);

    @Test
    void eachLevelInformsItsRows() {
        assertThat(MATRIX.informed(Severity.SEV1, IncidentType.OUTAGE))
                .containsExactly(
                        EXECUTIVE_TEAM,
                        ENGINEERING_LEADS,
                        ON_CALL_ENGINEERS,
                        CUSTOMER_SUPPORT,
                        EXTERNAL_CUSTOMERS,
                        SECURITY_TEAM,
                        LEGAL);
        assertThat(MATRIX.informed(Severity.SEV2, IncidentType.PERFORMANCE))
                .containsExactly(
                        EXECUTIVE_TEAM,
                        ENGINEERING_LEADS,
                        ON_CALL_ENGINEERS,
                        CUSTOMER_SUPPORT,
                        EXTERNAL_CUSTOMERS,
                        SECURITY_TEAM);
        assertThat(MATRIX.informed(Severity.SEV3, IncidentType.OUTAGE))
                .containsExactly(ENGINEERING_LEADS, ON_CALL_ENGINEERS, CUSTOMER_SUPPORT, SECURITY_TEAM);
        assertThat(MATRIX.informed(Severity.SEV4, IncidentType.OUTAGE))
                .containsExactly(ON_CALL_ENGINEERS, SECURITY_TEAM);
    }

    @Test
    void legalHearsOfSecurityAndDataAtEveryLevel() {
        for (Severity severity : Severity.values()) {
            assertThat(MATRIX.informed(severity, IncidentType.SECURITY)).contains(LEGAL);
            assertThat(MATRIX.informed(severity, IncidentType.DATA)).contains(LEGAL, PRIVACY_OFFICER);
        }
    }

    @Test
    void customersHearOfSecurityOnlyAfterBothReleases() {
        Set<Circumstance> legalOnly = Set.of(Circumstance.LEGAL_RELEASED);

        assertThat(MATRIX.informed(Severity.SEV1, IncidentType.SECURITY)).doesNotContain(EXTERNAL_CUSTOMERS);
        assertThat(MATRIX.informed(Severity.SEV1, IncidentType.SECURITY, legalOnly))
                .doesNotContain(EXTERNAL_CUSTOMERS);
        assertThat(MATRIX.informed(Severity.SEV1, IncidentType.SECURITY, RELEASED))
                .contains(EXTERNAL_CUSTOMERS);
    }

    @Test
    void whoIsHeldBackIsShownAndOnlyWhereTheLevelWantsThemTold() {
        assertThat(MATRIX.heldBack(Severity.SEV2, IncidentType.DATA, Set.of())).containsExactly(EXTERNAL_CUSTOMERS);
        assertThat(MATRIX.heldBack(Severity.SEV2, IncidentType.DATA, RELEASED)).isEmpty();
        assertThat(MATRIX.heldBack(Severity.SEV3, IncidentType.DATA, Set.of())).isEmpty();
        assertThat(MATRIX.heldBack(Severity.SEV1, IncidentType.OUTAGE, Set.of()))
                .isEmpty();
        assertThat(MATRIX.informed(Severity.SEV3, IncidentType.SECURITY, RELEASED))
                .doesNotContain(EXTERNAL_CUSTOMERS);
    }

    @Test
    void anIntegrationInformsTheVendorManager() {
        assertThat(MATRIX.informed(Severity.SEV4, IncidentType.INTEGRATION))
                .containsExactly(ON_CALL_ENGINEERS, SECURITY_TEAM, VENDOR_MANAGER);
    }

    @Test
    void aRegulatedClockInformsLegalAndTheExecutives() {
        assertThat(MATRIX.informed(Severity.SEV4, IncidentType.OUTAGE, Set.of(Circumstance.REGULATED_CLOCK_RUNNING)))
                .containsExactly(EXECUTIVE_TEAM, ON_CALL_ENGINEERS, SECURITY_TEAM, LEGAL);
    }

    @Test
    void onlySecurityAndDataAreConfidential() {
        assertThat(IncidentType.values())
                .filteredOn(IncidentType::isConfidential)
                .containsExactly(IncidentType.SECURITY, IncidentType.DATA);
    }

    @Test
    void eachGroupHasItsChannel() {
        assertThat(EXECUTIVE_TEAM.channel()).isEqualTo(Channel.PHONE_OR_SMS);
        assertThat(ON_CALL_ENGINEERS.channel()).isEqualTo(Channel.PAGER);
        assertThat(EXTERNAL_CUSTOMERS.channel()).isEqualTo(Channel.STATUS_PAGE);
        assertThat(LEGAL.channel()).isEqualTo(Channel.SECURE);
        assertThat(SECURITY_TEAM.channel()).isEqualTo(Channel.SECURE);
        assertThat(CUSTOMER_SUPPORT.channel()).isEqualTo(Channel.CHAT_OR_MAIL);
    }
}
