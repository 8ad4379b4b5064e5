//! Reading the file itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::fault::LoadFault;
use super::{Document, MAXIMUM_BYTES, load, whole_file};
use crate::diagnostic::{Diagnostic, Source, code, line};

/// Reads and loads the file `path`. A file of more than [`MAXIMUM_BYTES`] is refused without being read.
pub fn load_file(path: &Path) -> Result<Document, Vec<Diagnostic>> {
    load(&path.display().to_string(), &read_file(path)?)
}

/// Reads the file `path`, for [`load`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, Vec<Diagnostic>> {
    let name = path.display().to_string();
    match read(path) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(whole_file(&Source::new(name, ""), LoadFault::TooLarge)),
        Err(error) => Err(vec![unreadable(&name, &error)]),
    }
}

/// The contents; `None` if there are more than allowed.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    const LIMIT: u64 = MAXIMUM_BYTES as u64;
    let file = File::open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if metadata.len() > LIMIT {
        return Ok(None);
    }
    // A device or a file that grows tells no length beforehand.
    let mut bytes = Vec::new();
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() <= MAXIMUM_BYTES).then_some(bytes))
}

fn unreadable(name: &str, error: &io::Error) -> Diagnostic {
    let (reason, hint) = match error.kind() {
        io::ErrorKind::NotFound => ("没有这个文件", "检查路径和文件名"),
        io::ErrorKind::PermissionDenied => ("没有读取权限", "请文件的所有者开放读取权限"),
        io::ErrorKind::IsADirectory => ("这是文件夹", "写出文件夹中的数据文件"),
        _ => {
            let message = format!("{}：读取失败", line(name));
            return Diagnostic::error(code::UNREADABLE, message).note(error.to_string());
        }
    };
    Diagnostic::error(code::UNREADABLE, format!("{}：{reason}", line(name))).hint(hint.to_owned())
}
