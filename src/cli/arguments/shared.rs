//! What several commands take. Plain comments, since clap would print doc comments of a flattened struct as a command's.

use std::path::PathBuf;

use clap::Args;

use crate::model::UnitCode;
use crate::pipeline::{Failure, Pipeline, Scopes};

// Which documents of a file.
#[derive(Debug, Args)]
pub(in crate::cli) struct Wanted {
    /// 只取此代码的单位的单位预算公开，可重复
    #[arg(long = "unit", value_name = "单位代码", conflicts_with = "units")]
    pub(in crate::cli) unit: Vec<UnitCode>,
    /// 除部门文本外，再取每个单位的单位预算公开
    #[arg(long)]
    pub(in crate::cli) units: bool,
}

impl Wanted {
    /// The documents wanted of a file.
    pub(in crate::cli) fn scopes(&self) -> Scopes {
        Scopes { units: self.units, unit: self.unit.clone() }
    }
}

// What documents are made with.
#[derive(Debug, Args)]
pub(in crate::cli) struct Resources {
    /// 使用此文件夹中的模板，不用内置模板
    #[arg(long, value_name = "文件夹")]
    pub(in crate::cli) templates: Option<PathBuf>,
    /// 字体文件夹，可重复；其中的方正小标宋、仿宋_GB2312 等优先使用
    #[arg(long = "font-path", value_name = "文件夹")]
    folders: Vec<PathBuf>,
}

impl Resources {
    /// The folders of `--font-path`, then those of the environment variable `GONGKAI_FONTS`.
    pub(in crate::cli) fn fonts(&self) -> Vec<PathBuf> {
        let environment = std::env::var_os("GONGKAI_FONTS").unwrap_or_default();
        let environment = std::env::split_paths(&environment).filter(|folder| !folder.as_os_str().is_empty());
        self.folders.iter().cloned().chain(environment).collect()
    }

    /// Takes them into use.
    ///
    /// # Errors
    /// The templates cannot be read.
    pub(in crate::cli) fn pipeline(&self) -> Result<Pipeline, Failure> {
        Pipeline::new(self.templates.as_deref(), self.fonts())
    }
}
