package tocsin.casefile;

import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;

/// One desk that wrote in this incident.
///
/// @param last its last fact in the incident
/// @param publicKey in Base64, when it is known
/// @param signature of this desk over one of the facts in the file, when there is one
public record CaseDesk(
        DeskId desk,
        long facts,
        FactId last,
        Hash lastHash,
        Optional<String> publicKey,
        Optional<HeadSignature> signature) {}
