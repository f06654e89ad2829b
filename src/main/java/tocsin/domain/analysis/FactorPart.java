package tocsin.domain.analysis;

/// The part a factor played.
public enum FactorPart implements Marked {
    TRIGGER,
    LATENT,
    DETECTION,
    RESPONSE,
    /// What kept it from being worse.
    MITIGATING_LUCK
}
