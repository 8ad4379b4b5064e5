//! Why a file was not written. The old file is as it was.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder cannot be made.
    #[error("无法建立文件夹 {}：{source}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder has the name of the file.
    #[error("{} 是文件夹，不能写成文件", path.display())]
    IsFolder {
        /// The target.
        path: PathBuf,
    },
    /// A device, a pipe or a socket has the name of the file.
    #[error("{} 不是普通文件", path.display())]
    NotAFile {
        /// The target.
        path: PathBuf,
    },
    /// The old file is marked read-only.
    #[error("{} 是只读文件", path.display())]
    ReadOnly {
        /// The target.
        path: PathBuf,
    },
    /// The disk or the quota is full, or the file is larger than allowed.
    #[error("空间不足，未能写入 {}：{source}", path.display())]
    Full {
        /// The target.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The folder does not take files from this user.
    #[error("没有写入 {} 的权限：{source}", path.display())]
    Denied {
        /// The target.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Anything else.
    #[error("未能写入 {}：{source}", path.display())]
    Other {
        /// The target.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl WriteError {
    pub(super) fn of(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full { path, source },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::Denied { path, source },
            _ => Self::Other { path, source },
        }
    }

    /// What the user can do.
    #[must_use]
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Folder { .. } | Self::Denied { .. } => "用 -o 或 -d 换一个可以写入的位置；原文件没有改动",
            Self::IsFolder { .. } => "用 -o 指明文件名，或用 -d 指明文件夹",
            Self::NotAFile { .. } => "用 -o 指明一个普通文件",
            Self::ReadOnly { .. } => "取消该文件的只读属性，或用 -o 另存",
            Self::Full { .. } => "清理磁盘后再试；原文件没有改动",
            Self::Other { .. } => "若文件正在其他程序中打开，关闭后再试；原文件没有改动",
        }
    }
}
