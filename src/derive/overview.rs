//! 第一部分: units, offices and staff in scope.

use super::context::Context;
use super::report::{Figure, OfficeView, Overview, RetiredView, StaffPart, StaffView, UnitCount, UnitView};
use crate::model::{Level, Staff, Unit, UnitKind};
use crate::reference::OverviewPart;

/// 第一部分 概况 of the body in scope.
pub(super) fn overview(context: &Context<'_>) -> Overview {
    let disclosure = context.disclosure;
    let all = disclosure.units.iter().enumerate();
    let units: Vec<&Unit> =
        all.filter(|(index, _)| context.unit.is_none_or(|scope| scope == *index)).map(|(_, unit)| unit).collect();
    let duties = match context.unit {
        Some(index) if !disclosure.units[index].duties.is_empty() => &disclosure.units[index].duties,
        _ => &disclosure.duties,
    };
    let tells = |part: OverviewPart| context.region.document.overview.contains(&part);
    let shows_offices = |unit: &&&Unit| context.unit.is_some() || unit.level == Level::Headquarters;
    let offices: Vec<OfficeView> = units
        .iter()
        .filter(|_| tells(OverviewPart::Offices))
        .filter(shows_offices)
        .flat_map(|unit| &unit.internal_offices)
        .map(|office| OfficeView { name: office.name.clone(), also_named: office.also_named.clone() })
        .collect();
    let subordinates =
        if context.unit.is_some() { 0 } else { units.iter().filter(|unit| unit.level == Level::Subordinate).count() };
    let count = |id: &str, count: usize| context.printer.count(id, count as u64);
    let retired = |pick: fn(&Unit) -> u32| units.iter().map(|unit| u64::from(pick(unit))).sum::<u64>();
    let (cadres, ordinary) =
        (retired(|unit| unit.staffing.retired.pre_1949_cadre), retired(|unit| unit.staffing.retired.ordinary));
    Overview {
        duties: duties.clone(),
        units: units
            .iter()
            .map(|unit| UnitView { name: unit.name.clone(), level: unit.level, kind: unit.kind })
            .collect(),
        office_count: (!offices.is_empty()).then(|| count("overview.offices", offices.len())),
        offices,
        subordinate_count: (subordinates > 0).then(|| count("overview.subordinates", subordinates)),
        authorized: tells(OverviewPart::Staffing)
            .then(|| staff(context, "staffing.authorized", &units, |unit| unit.staffing.authorized)),
        in_service: tells(OverviewPart::Staffing)
            .then(|| staff(context, "staffing.in_service", &units, |unit| unit.staffing.in_service)),
        retired: tells(OverviewPart::Staffing).then(|| RetiredView {
            total: context.printer.count("staffing.retired", cadres + ordinary),
            pre_1949_cadre: context.printer.count("staffing.retired.pre_1949_cadre", cadres),
            ordinary: context.printer.count("staffing.retired.ordinary", ordinary),
        }),
        unit_kinds: if tells(OverviewPart::UnitKinds) && context.unit.is_none() {
            unit_kinds(context, &units)
        } else {
            Vec::new()
        },
    }
}

/// 行政单位, 事业单位 and other units, those that there are.
fn unit_kinds(context: &Context<'_>, units: &[&Unit]) -> Vec<UnitCount> {
    let name = |kind: UnitKind| match kind {
        UnitKind::Administrative => "administrative",
        UnitKind::Other => "other",
        _ => "institutional",
    };
    ["administrative", "institutional", "other"]
        .into_iter()
        .map(|kind| (kind, units.iter().filter(|unit| name(unit.kind) == kind).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| UnitCount {
            kind: kind.to_owned(),
            count: context.printer.count(format!("overview.unit_kinds.{kind}"), count as u64),
        })
        .collect()
}

fn staff(context: &Context<'_>, id: &str, units: &[&Unit], pick: fn(&Unit) -> Staff) -> StaffView {
    let sum = |part: fn(Staff) -> u32| units.iter().map(|unit| u64::from(part(pick(unit)))).sum::<u64>();
    let figure = |name: String, count: u64| -> Figure { context.printer.count(name, count) };
    let like = sum(|staff| staff.institutional_civil_service_like);
    let kinds = [
        ("administrative", sum(|staff| staff.administrative), 0),
        ("institutional", sum(|staff| staff.institutional), like),
        ("worker", sum(|staff| staff.worker), 0),
    ];
    StaffView {
        total: figure(id.to_owned(), kinds.iter().map(|(_, count, _)| count).sum()),
        parts: kinds
            .into_iter()
            .filter(|(_, count, _)| *count > 0)
            .map(|(kind, count, like)| StaffPart {
                kind: kind.to_owned(),
                count: figure(format!("{id}.{kind}"), count),
                civil_service_like: (like > 0).then(|| figure(format!("{id}.{kind}.civil_service_like"), like)),
            })
            .collect(),
    }
}
