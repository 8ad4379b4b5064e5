//! “三公”经费 with their changes.

use rust_decimal::Decimal;

use crate::derive::amount::misses_by_rounding;
use crate::derive::context::Context;
use crate::derive::narrative::{Changed, NullOr, NullSection, ThreePublic};
use crate::model::{Amount, PreviousThreePublic, TableKind};

pub(super) fn section(context: &Context<'_>) -> NullOr<ThreePublic> {
    let amounts = &context.three_public;
    let last = context.previous.and_then(|previous| previous.figures.three_public.as_ref());
    let of = |pick: fn(&PreviousThreePublic) -> Amount| last.map(|last| pick(last).yuan());
    let (overseas, purchase) = (of(|last| last.overseas), of(|last| last.vehicle_purchase));
    let (running, reception) = (of(|last| last.vehicle_running), of(|last| last.reception));
    let vehicle = purchase.zip(running).map(|(purchase, running)| purchase + running);
    let total =
        vehicle.zip(overseas).zip(reception).map(|((vehicle, overseas), reception)| vehicle + overseas + reception);

    if amounts.total().is_zero() {
        return NullOr::Null(NullSection {
            reason: context.absence(TableKind::ThreePublic),
            change: context.change("three_public", Decimal::ZERO, total, &["three_public"]),
        });
    }
    let counts = Some(context.disclosure.three_public_counts).filter(|_| context.whole).unwrap_or_default();
    let count = |id: &str, count: u32| (count > 0).then(|| context.printer.count(id, u64::from(count)));
    NullOr::Some(ThreePublic {
        total: changed(context, "three_public", amounts.total(), total),
        overseas: changed(context, "three_public.overseas", amounts.overseas, overseas),
        vehicle: changed(context, "three_public.vehicle", amounts.vehicle(), vehicle),
        vehicle_purchase: changed(context, "three_public.vehicle_purchase", amounts.vehicle_purchase, purchase),
        vehicle_running: changed(context, "three_public.vehicle_running", amounts.vehicle_running, running),
        reception: changed(context, "three_public.reception", amounts.reception, reception),
        vehicles_to_buy: count("three_public.vehicles_to_buy", counts.vehicles_to_buy),
        vehicles_kept: count("three_public.vehicles_kept", counts.vehicles_kept),
        rounded: misses_by_rounding(amounts.total(), [amounts.overseas, amounts.vehicle(), amounts.reception])
            || misses_by_rounding(amounts.vehicle(), [amounts.vehicle_purchase, amounts.vehicle_running]),
    })
}

fn changed(context: &Context<'_>, id: &str, this: Decimal, last: Option<Decimal>) -> Changed {
    Changed {
        amount: context.printer.wan(id, this),
        zero: this.is_zero(),
        change: context.change(id, this, last, &[id]),
    }
}
