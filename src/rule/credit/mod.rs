//! Scores, classes, exposure, tiers, limitation and alerts (C1–C5).
//! Never records anything: a person evaluates and decides.
