package tocsin.publish;

import java.util.Optional;

/// Where a writer gets the bytes of an attachment; nothing else is ever loaded.
public interface Pictures {
    Pictures NONE = _ -> Optional.empty();

    /// The bytes of an attachment.
    ///
    /// @return empty when the file is not at hand
    Optional<byte[]> bytes(String sha256);
}
