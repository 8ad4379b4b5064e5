//! One line a finding, for editors and scripts.

use std::io;

use super::Diagnostic;
use super::visible::line;

/// Writes `file:line:column: 错误[GK016]: message`, one line each, with the equation if it is about one.
pub fn short(writer: &mut dyn io::Write, diagnostics: &[Diagnostic]) -> io::Result<()> {
    for Diagnostic { severity, code, message, place, equation, .. } in diagnostics {
        if let Some(place) = place {
            write!(writer, "{}:{}: ", line(&place.file), place.within())?;
        }
        write!(writer, "{}[{code}]: {}", severity.word(), line(message))?;
        if let Some(equation) = equation {
            write!(writer, "：{}", line(&equation.line()))?;
        }
        writeln!(writer)?;
    }
    Ok(())
}
