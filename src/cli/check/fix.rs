//! `gongkai check --fix` and `--diff`.

use std::path::Path;

use super::super::Status;
use super::Run;
use crate::diagnostic;
use crate::pipeline::Failure;
use crate::write::Writer;

/// A mended text may show another fault, such as “，。。”; each round mends at least one, and few are ever needed.
const ROUNDS: usize = 10;

impl Run<'_> {
    /// Mends what can safely be mended, or shows what would be.
    pub(super) fn fix(&self) -> Status {
        let writer = Writer::new();
        self.arguments.data.iter().map(|data| self.fix_file(data, &writer)).max().unwrap_or(Status::Clean)
    }

    fn fix_file(&self, data: &Path, writer: &Writer) -> Status {
        let (before, after, count) = match self.fixed(data) {
            Ok(Some(fixed)) => fixed,
            Ok(None) => return Status::Clean,
            // Told by the check that follows; a difference alone has nothing to show.
            Err(Failure::Findings(findings)) if self.arguments.diff => return self.console.findings(&findings),
            Err(Failure::Findings(_)) => return Status::Clean,
            Err(failure) => return self.console.pipeline_failure(&failure),
        };
        if self.arguments.diff {
            let shown = diagnostic::unified_diff(&data.display().to_string(), &before, &after);
            return self.console.result(shown.trim_end()).max(Status::Findings);
        }
        match writer.write(data, after.as_bytes()) {
            Ok(()) => {
                self.console.progress(format_args!("{}：已自动改正 {count} 处", data.display()));
                Status::Clean
            }
            Err(error) => self.console.failure(&error, Some(error.hint())),
        }
    }

    /// The file before and after, and how many places were mended; none if there is nothing to mend.
    fn fixed(&self, data: &Path) -> Result<Option<(String, String, usize)>, Failure> {
        let mut document = self.pipeline.load(data)?;
        if document.source.is_workbook() {
            self.console.progress(format_args!("{}：工作簿不自动改正，请在 Excel 中按提示改正", data.display()));
            return Ok(None);
        }
        let before = document.edited(&[]);
        let (mut after, mut count) = (before.clone(), 0);
        for _ in 0..ROUNDS {
            let edits = self.pipeline.judge_facts(&document, &self.selection)?.edits;
            let edits: Vec<_> =
                edits.into_iter().map(|edit| (edit.pointer, edit.characters, edit.replacement)).collect();
            let text = document.edited(&edits);
            if text == after {
                break;
            }
            count += edits.len();
            document = self.pipeline.load_bytes(data, text.as_bytes())?;
            after = text;
        }
        Ok((before != after).then_some((before, after, count)))
    }
}
