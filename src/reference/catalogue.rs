//! 政府收支分类科目: names of codes, by year.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::model::Year;

static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/data/subjects");

/// 科目。
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// 科目名称。
    pub name: String,
    /// Whether an official document states code and name; what is not confirmed serves for hints only.
    pub confirmed: bool,
    /// Years in which a document that was seen states the name, ascending.
    pub years: Vec<u16>,
}

impl Subject {
    /// Whether the name is known to be in force in `year`: a document of that year states it, or one before and one after.
    #[must_use]
    pub fn in_force(&self, year: Year) -> bool {
        self.confirmed
            && self.years.first().is_some_and(|first| *first <= year.0)
            && self.years.last().is_some_and(|last| *last >= year.0)
    }
}

/// 科目表 of one year.
///
/// The functional table is incomplete: a code that it lacks is unknown, not wrong (data/README.md).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    year: u16,
    functional: BTreeMap<String, Subject>,
    economic: BTreeMap<String, Subject>,
}

/// Why the compiled-in catalogues cannot be read: a fault of the build.
#[derive(Debug, Clone, thiserror::Error)]
#[error("内置科目表损坏：{0}")]
pub struct CatalogueError(String);

#[derive(Deserialize)]
struct Record {
    code: String,
    name: String,
    status: String,
    years_seen: String,
}

impl Catalogue {
    /// The catalogue in force in `year`: the newest that is not newer, else the oldest.
    ///
    /// # Errors
    /// The compiled-in files are damaged.
    pub fn for_year(year: Year) -> Result<&'static Self, CatalogueError> {
        static ALL: OnceLock<Result<Vec<Catalogue>, CatalogueError>> = OnceLock::new();
        let all = ALL.get_or_init(Self::read_all).as_ref().map_err(Clone::clone)?;
        all.iter()
            .rev()
            .find(|catalogue| catalogue.year <= year.0)
            .or_else(|| all.first())
            .ok_or_else(|| CatalogueError("没有任何年度".to_owned()))
    }

    fn read_all() -> Result<Vec<Self>, CatalogueError> {
        let mut all = Vec::new();
        for dir in EMBEDDED.dirs() {
            let name = dir.path().file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let year = name.parse().map_err(|_| CatalogueError(format!("文件夹 {name} 不是年度")))?;
            let table = |file: &str| Self::read(&format!("{name}/{file}"));
            all.push(Self { year, functional: table("functional.csv")?, economic: table("economic.csv")? });
        }
        all.sort_by_key(|catalogue| catalogue.year);
        Ok(all)
    }

    fn read(path: &str) -> Result<BTreeMap<String, Subject>, CatalogueError> {
        let fault = |text: String| CatalogueError(format!("{path}：{text}"));
        let file = EMBEDDED.get_file(path).ok_or_else(|| fault("缺少文件".to_owned()))?;
        csv::Reader::from_reader(file.contents())
            .into_deserialize::<Record>()
            .map(|record| {
                let Record { code, name, status, years_seen } = record.map_err(|error| fault(error.to_string()))?;
                // “2023(name)”: the document of 2023 states the name only.
                let year = |word: &str| word.split('(').next()?.parse().ok();
                let mut years: Vec<u16> = years_seen.split_whitespace().filter_map(year).collect();
                years.sort_unstable();
                Ok((code, Subject { name, confirmed: status != "unconfirmed", years }))
            })
            .collect()
    }

    /// 支出功能分类科目 with this code of 3, 5 or 7 digits.
    #[must_use]
    pub fn functional(&self, code: &str) -> Option<&Subject> {
        self.functional.get(code)
    }

    /// 支出功能分类项级科目 whose names are confirmed.
    pub fn function_items(&self) -> impl Iterator<Item = (&str, &Subject)> {
        self.all_functional().filter(|(code, subject)| code.len() == 7 && subject.confirmed)
    }

    /// 部门预算支出经济分类款级科目 whose names are confirmed.
    pub fn economic_groups(&self) -> impl Iterator<Item = (&str, &Subject)> {
        let all = self.economic.iter().map(|(code, subject)| (code.as_str(), subject));
        all.filter(|(code, subject)| code.len() == 5 && subject.confirmed)
    }

    /// All 支出功能分类科目 by code.
    pub fn all_functional(&self) -> impl Iterator<Item = (&str, &Subject)> {
        self.functional.iter().map(|(code, subject)| (code.as_str(), subject))
    }

    /// All 部门预算支出经济分类科目 by code.
    pub fn all_economic(&self) -> impl Iterator<Item = (&str, &Subject)> {
        self.economic.iter().map(|(code, subject)| (code.as_str(), subject))
    }

    /// 部门预算支出经济分类科目 with this code of 3 or 5 digits.
    #[must_use]
    pub fn economic(&self, code: &str) -> Option<&Subject> {
        self.economic.get(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_subjects_of_a_year() {
        let catalogue = Catalogue::for_year(Year(2023)).unwrap();
        assert_eq!(catalogue.functional("20601").unwrap().name, "科学技术管理事务");
        assert_eq!(catalogue.economic("30239").unwrap().name, "其他交通费用");
        assert_eq!(catalogue.functional("2999999"), None);
    }

    #[test]
    fn takes_the_nearest_year_that_it_has() {
        assert_eq!(Catalogue::for_year(Year(2026)).unwrap().year, 2023);
        assert_eq!(Catalogue::for_year(Year(2015)).unwrap().year, 2023);
    }
}
