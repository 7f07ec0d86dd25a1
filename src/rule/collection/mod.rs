//! Whom to contact today, how and about what (D1–D3).
//! Never records anything.
