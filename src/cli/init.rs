//! `gongkai init`.

use time::UtcDateTime;

use super::Status;
use super::arguments::Init;
use super::console::Console;
use crate::model::{ScopeKind, Year};
use crate::reference::{Catalogue, Profile, RegionError, Templates};
use crate::workbook;
use crate::write::Writer;

/// The workbook's name in the new folder.
const WORKBOOK: &str = "部门预算公开数据.xlsx";
/// What tells how to fill it in.
const READ_ME: &str = "填写说明.txt";
/// Line ends that every editor of Windows shows.
const GUIDE: &str = include_str!("init/guide.txt");

pub(super) fn run(arguments: &Init, console: &Console) -> Status {
    let templates =
        match arguments.templates.as_deref().map_or_else(|| Ok(Templates::built_in()), Templates::from_folder) {
            Ok(templates) => templates,
            Err(error) => return console.failure(error, None),
        };
    let region = match Profile::read(&templates, &arguments.region, ScopeKind::Department).and_then(|of| of.region()) {
        Ok(region) => region,
        Err(error @ RegionError::Unknown { .. }) => {
            let RegionError::Unknown { known, .. } = &error else { return Status::Failed };
            let hint = format!("可用的地区方案：{}", known.join("、"));
            return console.failure(&error, Some(&hint));
        }
        Err(error) => return console.failure(error, None),
    };
    let files = [WORKBOOK, READ_ME].map(|name| arguments.folder.join(name));
    if let Some(file) = files.iter().find(|file| file.exists()) {
        let message = format_args!("{} 已经存在，没有改动", file.display());
        return console.failure(message, Some("换一个文件夹，或先把已有的文件改名"));
    }
    // A budget is published in the first months of its year. Nothing but this new workbook depends on the clock.
    let this_year = || u16::try_from(UtcDateTime::now().year()).unwrap_or_default();
    let year = arguments.year.unwrap_or_else(this_year);
    let catalogue = match Catalogue::for_year(Year(year)) {
        Ok(catalogue) => catalogue,
        Err(error) => return console.failure(error, None),
    };
    let book = match workbook::template(&region.code, year, catalogue) {
        Ok(book) => book,
        Err(error) => return console.failure(error, None),
    };
    let writer = Writer::new();
    let guide = GUIDE.replace("{region}", &region.name).replace('\n', "\r\n");
    // A byte order mark, by which Windows knows the encoding.
    let guide = [b"\xef\xbb\xbf", guide.as_bytes()].concat();
    for (file, bytes) in files.iter().zip([&book, &guide]) {
        if let Err(error) = writer.write(file, bytes) {
            return console.failure(&error, Some(error.hint()));
        }
    }
    console.result(format_args!("已生成 {}\n已生成 {}", files[0].display(), files[1].display()))
}
