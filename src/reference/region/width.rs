//! 列宽, as region profiles and reports write it.

/// 列宽。How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Width {
    /// `24mm`: millimetres.
    Millimetres(f64),
    /// `1.2fr`: a share of what the columns in millimetres leave.
    Share(f64),
}

impl Width {
    /// Reads what a profile says; nothing if it is no positive number with one of the two units.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let of = |number: &str| number.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0);
        match text.strip_suffix("mm") {
            Some(number) => of(number).map(Self::Millimetres),
            None => of(text.strip_suffix("fr")?).map(Self::Share),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Width;

    #[test]
    fn a_width_is_a_positive_number_of_millimetres_or_shares() {
        assert_eq!(Width::read("24mm"), Some(Width::Millimetres(24.0)));
        assert_eq!(Width::read("1.2fr"), Some(Width::Share(1.2)));
        for wrong in ["", "mm", "24", "2cm", "wide", "0fr", "-1fr", "NaNfr", "infmm", "自动", "1 fr"] {
            assert_eq!(Width::read(wrong), None, "{wrong}");
        }
    }
}
