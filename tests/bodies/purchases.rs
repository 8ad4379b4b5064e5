//! 政府采购, 政府购买服务, 资产配置: views on the lines.

use serde_json::{Value, json};

use super::Shape;
use super::agency::Agency;
use super::line::{GENERAL, Line};
use super::money::{Fen, yuan};
use super::projects::{Project, Share};
use super::themes::Purchase;

/// What is bought.
#[derive(Default)]
pub struct Purchases {
    procurement: Vec<Value>,
    services: Vec<Value>,
    assets: Vec<Value>,
    /// 政府采购 in all.
    pub procured: Fen,
}

/// A purchase, so many at so much, and what it is paid from.
struct Bought<'a> {
    unit: usize,
    project: Option<&'a str>,
    line: [&'a str; 3],
    catalogue: (&'a str, &'a str),
    kind: &'a str,
    organisation: &'a str,
    quantity: u64,
    measure: &'a str,
    price: Fen,
}

impl Bought<'_> {
    fn funding(&self) -> Value {
        json!([{ "fund": self.line[2], "amount": yuan(self.quantity * self.price) }])
    }
}

impl Purchases {
    pub fn new(shape: &Shape, agency: &Agency, lines: &[Line], projects: &[Project]) -> Self {
        let mut purchases = Self::default();
        if shape.purchases {
            for index in 0..agency.units.len() {
                purchases.of_unit(agency, index, lines);
            }
            for project in projects {
                for share in &project.shares {
                    if let Some(purchase) = &share.part.purchase {
                        purchases.of_share(agency, project, share, purchase);
                    }
                }
            }
        }
        purchases
    }

    fn procure(&mut self, agency: &Agency, bought: &Bought<'_>) {
        let fen = bought.quantity * bought.price;
        self.procured += fen;
        let [function, economic, _] = bought.line;
        let mut record = json!({
            "unit": agency.units[bought.unit].code,
            "function": function,
            "economic": economic,
            "catalogue": { "code": bought.catalogue.0, "name": bought.catalogue.1 },
            "kind": bought.kind,
            "organisation": bought.organisation,
            "quantity": bought.quantity.to_string(),
            "measure": bought.measure,
            "unit_price": yuan(bought.price),
            "funding": bought.funding(),
            // 面向中小企业预留, and 70 % of that to 小微; of 工程 40 %.
            "reserved_for_small": yuan(if bought.kind == "works" { fen * 4 / 10 } else { fen }),
            "reserved_for_micro": yuan(if bought.kind == "works" { fen * 4 / 10 * 7 / 10 } else { fen * 7 / 10 }),
        });
        if let Some(code) = bought.project {
            record["project"] = code.into();
        }
        self.procurement.push(record);
    }

    fn serve(&mut self, agency: &Agency, bought: &Bought<'_>, path: [&str; 3]) {
        let mut record = json!({
            "unit": agency.units[bought.unit].code,
            "catalogue": { "path": path },
            "quantity": bought.quantity.to_string(),
            "measure": bought.measure,
            "is_procurement": true,
            "funding": bought.funding(),
        });
        if let Some(code) = bought.project {
            record["project"] = code.into();
        }
        self.services.push(record);
    }

    fn equip(&mut self, agency: &Agency, bought: &Bought<'_>, name: &str) {
        let mut record = json!({
            "unit": agency.units[bought.unit].code,
            "asset_class": { "code": bought.catalogue.0, "name": bought.catalogue.1 },
            "name": name,
            "quantity": bought.quantity.to_string(),
            "measure": bought.measure,
            "unit_price": yuan(bought.price),
            "is_procurement": true,
            "funding": bought.funding(),
        });
        if let Some(code) = bought.project {
            record["project"] = code.into();
        }
        self.assets.push(record);
    }

    /// 公用经费 of a unit: paper, 物业管理, computers.
    fn of_unit(&mut self, agency: &Agency, unit: usize, lines: &[Line]) {
        let of = |economic: &'static str| {
            let mut own = lines.iter().filter(move |line| {
                line.unit == unit && line.economic == economic && line.fund == GENERAL && line.nature.is_none()
            });
            let function = own.clone().next().map(|line| line.function);
            let fen: Fen = own.by_ref().map(|line| line.fen).sum();
            function.map(|function| ([function, economic, GENERAL], fen))
        };
        let staff = agency.units[unit].staff;
        if let Some((line, _)) = of("30201") {
            let (quantity, price) = (2 + staff / 2, 16_000);
            let catalogue = ("A05040101", "复印纸");
            let (kind, organisation, measure) = ("goods", "centralized", "箱");
            let bought = Bought { unit, project: None, line, catalogue, kind, organisation, quantity, measure, price };
            self.procure(agency, &bought);
        }
        if let Some((line, fen)) = of("30209") {
            let (quantity, price, catalogue) = (12, fen / 12, ("C21040000", "物业管理服务"));
            let (kind, organisation, measure) = ("services", "decentralized", "月");
            let bought = Bought { unit, project: None, line, catalogue, kind, organisation, quantity, measure, price };
            self.procure(agency, &bought);
            if agency.units[unit].is_administration() {
                self.serve(agency, &bought, ["政府履职辅助性服务", "后勤服务", "物业服务"]);
            }
        }
        if let Some((line, fen)) = of("31002") {
            let price = 480_000;
            let (quantity, catalogue) = (fen / price, ("A02010105", "台式计算机"));
            let (kind, organisation, measure) = ("goods", "centralized", "台");
            let bought = Bought { unit, project: None, line, catalogue, kind, organisation, quantity, measure, price };
            self.procure(agency, &bought);
            self.equip(agency, &bought, "办公用台式计算机");
        }
    }

    fn of_share(&mut self, agency: &Agency, project: &Project, share: &Share, purchase: &Purchase) {
        let bought = Bought {
            unit: share.unit,
            project: Some(&project.code),
            line: [share.function, share.part.economic, share.fund],
            catalogue: purchase.catalogue,
            kind: purchase.kind,
            organisation: purchase.organisation,
            quantity: share.quantity,
            measure: share.part.measure,
            price: share.part.price,
        };
        self.procure(agency, &bought);
        if let Some(path) = purchase.service.filter(|_| agency.units[share.unit].is_administration()) {
            self.serve(agency, &bought, path);
        }
        if purchase.asset {
            let name = if share.part.economic == "31013" { "工作用车" } else { share.part.item };
            self.equip(agency, &bought, name);
        }
    }

    /// Which of the three tables have no row.
    pub fn absent(&self) -> Vec<&'static str> {
        let lists = [
            ("procurement", &self.procurement),
            ("service_purchase", &self.services),
            ("asset_acquisition", &self.assets),
        ];
        lists.into_iter().filter(|(_, list)| list.is_empty()).map(|(name, _)| name).collect()
    }

    /// Enters them into the data.
    pub fn enter(&self, data: &mut Value) {
        let lists = [
            ("procurement", &self.procurement),
            ("service_purchases", &self.services),
            ("asset_acquisitions", &self.assets),
        ];
        for (name, list) in lists.into_iter().filter(|(_, list)| !list.is_empty()) {
            data[name] = json!(list);
        }
    }
}
