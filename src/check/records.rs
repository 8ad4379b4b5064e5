//! Records of the same shape that stand in several places of a file.

use crate::model::{Disclosure, Funding, Indicator, Plan, Pointer, Project, Quantity};

/// A record with 数量 and 资金来源.
#[derive(Debug)]
pub(super) struct Record<'a> {
    /// Where it stands.
    pub(super) at: Pointer,
    /// 政府采购, 政府购买服务 or 资产配置, and its name: “政府采购“复印纸””.
    pub(super) title: String,
    /// 数量。
    pub(super) quantity: Quantity,
    /// 资金来源。
    pub(super) funding: &'a [Funding],
}

/// 政府采购、政府购买服务、资产配置, in the order of the file.
pub(super) fn funded_records(disclosure: &Disclosure) -> Vec<Record<'_>> {
    let root = Pointer::root();
    let record = |list: &str, index: usize, kind: &str, name: &str, quantity, funding| Record {
        at: root.key(list).index(index),
        title: format!("{kind}“{name}”"),
        quantity,
        funding,
    };
    let procurement =
        disclosure.procurement.iter().enumerate().map(|(index, of)| {
            record("procurement", index, "政府采购", &of.catalogue.name, of.quantity, &of.funding[..])
        });
    let services = disclosure.service_purchases.iter().enumerate().map(|(index, of)| {
        let name = of.catalogue.path.last().map_or("", String::as_str);
        record("service_purchases", index, "政府购买服务", name, of.quantity, &of.funding[..])
    });
    let assets = disclosure
        .asset_acquisitions
        .iter()
        .enumerate()
        .map(|(index, of)| record("asset_acquisitions", index, "资产配置", &of.name, of.quantity, &of.funding[..]));
    procurement.chain(services).chain(assets).collect()
}

/// 一张绩效目标表的指标。
#[derive(Debug)]
pub(super) struct IndicatorList<'a> {
    /// Where the list stands.
    pub(super) at: Pointer,
    /// 整体支出, or the project: “项目“…””.
    pub(super) owner: String,
    /// The indicators.
    pub(super) indicators: &'a [Indicator],
    /// Whether it is a project's.
    pub(super) of_project: bool,
}

/// The indicators of the department, then of each project.
pub(super) fn indicator_lists(disclosure: &Disclosure) -> Vec<IndicatorList<'_>> {
    let whole = disclosure.performance.iter().map(|performance| IndicatorList {
        at: Pointer::root().key("performance").key("indicators"),
        owner: "部门整体支出".to_owned(),
        indicators: &performance.indicators,
        of_project: false,
    });
    let projects = plans(disclosure).map(|(at, project, plan)| IndicatorList {
        at: at.key("indicators"),
        owner: format!("项目“{}”", project.name),
        indicators: &plan.indicators,
        of_project: true,
    });
    whole.chain(projects).collect()
}

/// The plans with their places (`projects[0].plan`) and projects.
pub(super) fn plans(disclosure: &Disclosure) -> impl Iterator<Item = (Pointer, &Project, &Plan)> {
    disclosure.projects.iter().enumerate().filter_map(|(index, project)| {
        let plan = project.plan.as_ref()?;
        Some((Pointer::root().key("projects").index(index).key("plan"), project, plan))
    })
}
