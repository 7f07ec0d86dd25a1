//! The Today screen in the library: rows, progress, scripts.
//! Never the rules behind them, which have their own tests.
