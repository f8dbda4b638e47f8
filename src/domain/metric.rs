//! The formulas of every figure, each with its numerator and denominator.
