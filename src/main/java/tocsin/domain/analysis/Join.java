package tocsin.domain.analysis;

/// How the causes below an event of a fault tree bring it about.
public enum Join implements Marked {
    AND,
    OR
}
