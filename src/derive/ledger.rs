//! The budget lines in scope, flattened: what every table and sentence is summed from.

use rust_decimal::Decimal;

use super::fault::{DeriveFault, DeriveFaultKind};
use super::narrative::ExpenditureKey;
use crate::model::{Amount, Disclosure, EconomicCode, FunctionCode, Fund, Line, Nature, Pointer, Scope, UnitCode};
use crate::reference::Region;

/// 支出性质 of an entry: a line's nature, or 项目支出.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 人员经费。
    Personnel,
    /// 公用经费。
    Public,
    /// 项目支出。
    Project,
    /// 事业单位经营支出。
    BusinessOperation,
    /// 上缴上级支出。
    RemittanceToSuperior,
    /// 对附属单位补助支出。
    SubsidyToAffiliate,
}

impl Kind {
    /// The kind of expenditure that tables 1 to 3 show: 人员 and 公用 are 基本支出.
    #[must_use]
    pub fn expenditure(self) -> ExpenditureKey {
        match self {
            Self::Personnel | Self::Public => ExpenditureKey::Basic,
            Self::Project => ExpenditureKey::Project,
            Self::BusinessOperation => ExpenditureKey::BusinessOperation,
            Self::RemittanceToSuperior => ExpenditureKey::RemittanceToSuperior,
            Self::SubsidyToAffiliate => ExpenditureKey::SubsidyToAffiliate,
        }
    }

    /// Whether this is 基本支出.
    #[must_use]
    pub fn is_basic(self) -> bool {
        matches!(self, Self::Personnel | Self::Public)
    }
}

/// One budget line with everything said or implied about it.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Index into `units`.
    pub unit: usize,
    /// 功能分类项级。
    pub function: &'a FunctionCode,
    /// 部门预算支出经济分类款级。
    pub economic: &'a EconomicCode,
    /// 资金性质。
    pub fund: Fund,
    /// 上年结转结余。
    pub carried_over: bool,
    /// 支出性质。
    pub kind: Kind,
    /// Index into `projects`.
    pub project: Option<usize>,
    /// 金额（元）。
    pub amount: Decimal,
    /// 部门内部的对方单位, index into `units`.
    pub counterparty: Option<usize>,
    /// Where the line stands.
    pub pointer: Pointer,
}

impl Entry<'_> {
    /// 部门内部上缴或补助: the department's document leaves it out.
    #[must_use]
    pub fn is_internal(&self) -> bool {
        self.counterparty.is_some()
    }
}

/// The lines of a disclosure, all units.
#[derive(Debug)]
pub struct Ledger<'a> {
    /// The entries in the order of the file.
    pub entries: Vec<Entry<'a>>,
}

/// Index of the unit that a record names, or of the only one.
#[must_use]
pub fn unit_index(disclosure: &Disclosure, code: Option<&UnitCode>) -> usize {
    code.and_then(|code| disclosure.units.iter().position(|unit| unit.code == *code)).unwrap_or(0)
}

/// Index of the unit whose document this is; none for the department.
pub(super) fn scope_unit(disclosure: &Disclosure) -> Result<Option<usize>, Vec<DeriveFault>> {
    match &disclosure.scope {
        Scope::Department => Ok(None),
        Scope::Unit(code) => disclosure.units.iter().position(|unit| unit.code == *code).map(Some).ok_or_else(|| {
            vec![DeriveFault {
                pointer: Pointer::root().key("scope"),
                kind: DeriveFaultKind::UnknownUnit(code.clone()),
            }]
        }),
    }
}

impl<'a> Ledger<'a> {
    /// Flattens the lines, those of projects after the others.
    pub fn new(disclosure: &'a Disclosure, region: &Region, faults: &mut Vec<DeriveFault>) -> Self {
        let mut entries = Vec::new();
        let root = Pointer::root();
        // A line of zero says nothing: it makes no row, no term and no sentence.
        let nonzero = |line: &Line| line.amount != Amount::ZERO;
        for (index, line) in disclosure.lines.iter().enumerate().filter(|(_, line)| nonzero(line)) {
            let pointer = root.key("lines").index(index);
            let nature = line.nature.or_else(|| region.nature.get(line.economic.class()).copied());
            let Some(nature) = nature else {
                faults.push(DeriveFault { pointer, kind: DeriveFaultKind::NatureMissing(line.economic.clone()) });
                continue;
            };
            let kind = match nature {
                Nature::Personnel => Kind::Personnel,
                Nature::Public => Kind::Public,
                Nature::BusinessOperation => Kind::BusinessOperation,
                Nature::RemittanceToSuperior => Kind::RemittanceToSuperior,
                Nature::SubsidyToAffiliate => Kind::SubsidyToAffiliate,
            };
            entries.push(Self::entry(disclosure, line, kind, None, pointer));
        }
        for (project_index, project) in disclosure.projects.iter().enumerate() {
            for (index, line) in project.lines.iter().enumerate().filter(|(_, line)| nonzero(line)) {
                let pointer = root.key("projects").index(project_index).key("lines").index(index);
                entries.push(Self::entry(disclosure, line, Kind::Project, Some(project_index), pointer));
            }
        }
        for entry in &entries {
            let transfer = matches!(entry.kind, Kind::RemittanceToSuperior | Kind::SubsidyToAffiliate);
            if entry.counterparty.is_some() && !transfer || entry.counterparty == Some(entry.unit) {
                faults.push(DeriveFault {
                    pointer: entry.pointer.key("counterparty"),
                    kind: DeriveFaultKind::CounterpartyWithoutTransfer,
                });
            }
            let outside_fiscal = match entry.kind {
                Kind::BusinessOperation => Some("事业单位经营支出"),
                Kind::RemittanceToSuperior => Some("上缴上级支出"),
                Kind::SubsidyToAffiliate => Some("对附属单位补助支出"),
                Kind::Personnel | Kind::Public | Kind::Project => None,
            };
            if let Some(name) = outside_fiscal.filter(|_| entry.fund.is_fiscal_appropriation()) {
                let kind = DeriveFaultKind::FiscalMoney(name);
                faults.push(DeriveFault { pointer: entry.pointer.key("fund"), kind });
            }
        }
        Self { entries }
    }

    fn entry(
        disclosure: &'a Disclosure,
        line: &'a Line,
        kind: Kind,
        project: Option<usize>,
        pointer: Pointer,
    ) -> Entry<'a> {
        Entry {
            unit: unit_index(disclosure, line.unit.as_ref()),
            function: &line.function,
            economic: &line.economic,
            fund: line.fund,
            carried_over: line.carried_over,
            kind,
            project,
            amount: line.amount.yuan(),
            counterparty: line.counterparty.as_ref().map(|code| unit_index(disclosure, Some(code))),
            pointer,
        }
    }

    /// The entries that a document of this scope shows: those of its unit, or all but internal transfers.
    #[must_use]
    pub fn in_scope(self, unit: Option<usize>) -> Self {
        let shown = |entry: &Entry<'_>| match unit {
            Some(unit) => entry.unit == unit,
            None => !entry.is_internal(),
        };
        Self { entries: self.entries.into_iter().filter(shown).collect() }
    }

    /// Sum of the entries that `wanted` holds for, in 元.
    pub fn sum(&self, wanted: impl Fn(&Entry<'a>) -> bool) -> Decimal {
        self.entries.iter().filter(|entry| wanted(entry)).map(|entry| entry.amount).sum()
    }
}
