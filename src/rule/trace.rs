//! How a rule tells the arithmetic behind its result.
//! Never another way to compute it: a report passes `()`, which keeps nothing, an opened figure
//! passes a list, and both run the same rule.

/// Takes the lines of an explanation.
pub trait Trace<Line> {
    /// Takes a line; it is drawn up only where somebody keeps it.
    fn note(&mut self, line: impl FnOnce() -> Line);
}

impl<Line> Trace<Line> for () {
    fn note(&mut self, _line: impl FnOnce() -> Line) {}
}

impl<Line> Trace<Line> for Vec<Line> {
    fn note(&mut self, line: impl FnOnce() -> Line) {
        self.push(line());
    }
}
