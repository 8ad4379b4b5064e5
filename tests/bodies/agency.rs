//! The department, its units, its people and its cars.

use serde_json::{Value, json};

use super::Shape;
use super::line::{Line, sum};
use super::words::{FIELDS, Field, PLACES, SURNAMES, UNITS, chinese};

/// 部门.
pub struct Agency {
    pub code: String,
    pub name: String,
    pub full_name: String,
    pub phone: String,
    pub field: &'static Field,
    pub units: Vec<Unit>,
}

/// 预算单位.
pub struct Unit {
    pub code: String,
    pub name: String,
    pub full_name: String,
    /// In the words of the data.
    pub kind: &'static str,
    pub staff: u64,
    pub retired: u64,
    /// 离休.
    pub cadres: u64,
}

impl Unit {
    /// 行政 or 参公.
    pub fn is_administration(&self) -> bool {
        matches!(self.kind, "administrative" | "civil_service_like")
    }
}

impl Agency {
    pub fn new(shape: &Shape) -> Self {
        let seed = usize::try_from(shape.seed % 100_000).unwrap_or_default();
        let field = &FIELDS[seed % FIELDS.len()];
        let place = PLACES[seed / FIELDS.len() % PLACES.len()];
        let code = format!("{}", 100 + seed % 900);
        let name = format!("区{place}{}", field.organisation);
        let full_name = format!("青山区{place}{}", field.organisation);
        let mut chance = shape.chance("units");
        let units = (0..shape.units.max(1))
            .map(|index| {
                let (own, kind) = match index {
                    0 => (
                        format!("{place}{}本级", field.organisation),
                        chance.pick(&["administrative", "civil_service_like"]),
                    ),
                    _ => {
                        let (suffix, kind) = UNITS[(index - 1) % UNITS.len()];
                        let round = (index - 1) / UNITS.len();
                        let number = if round == 0 { String::new() } else { format!("第{}", chinese(round + 1)) };
                        (format!("{place}{}{number}{suffix}", field.work), kind)
                    }
                };
                let lines = (shape.lines / shape.units.max(1)).clamp(4, 48);
                let staff = if lines < 12 { chance.between(2, 6) } else { chance.between(4, 70) };
                let full = own.strip_suffix("本级").map_or_else(|| own.clone(), |own| format!("{own}（本级）"));
                Unit {
                    code: format!("{code}{:03}", index + 1),
                    name: format!("区{own}"),
                    full_name: format!("青山区{full}"),
                    kind,
                    staff,
                    retired: if lines < 12 { 0 } else { chance.between(1, 40) },
                    cadres: if lines >= 24 && chance.once_in(3) { chance.between(1, 3) } else { 0 },
                }
            })
            .collect();
        let phone = format!("027-0000{:04}", 1_000 + seed % 9_000);
        Self { code, name, full_name, phone, field, units }
    }

    pub fn data(&self, shape: &Shape) -> Value {
        let preparer = format!("{}示例", SURNAMES[shape.chance("preparer").index(SURNAMES.len())]);
        json!({ "code": self.code, "name": self.name, "full_name": self.full_name, "phone": self.phone, "preparer": preparer })
    }

    /// 部门主要职能.
    pub fn duties(&self) -> Vec<String> {
        let [first, second, third, fourth] = self.field.concerns;
        let work = self.field.work;
        vec![
            format!("贯彻执行国家、省、市有关{work}的法律法规和方针政策，拟订全区{work}发展规划并组织实施。"),
            format!("负责{first}的规划布局、业务指导和日常管理。"),
            format!("负责{second}的组织协调和监督检查，规范{second}工作秩序。"),
            format!("组织开展{third}工作，指导所属单位做好{third}的具体事务。"),
            format!("推进{fourth}建设，健全{fourth}的工作机制。"),
            format!("承办区委、区政府和上级{work}主管部门交办的其他事项。"),
        ]
    }

    pub fn units_data(&self, shape: &Shape) -> Value {
        let mut chance = shape.chance("staffing");
        let concerns = self.field.concerns;
        let unit = |(index, unit): (usize, &Unit)| {
            let (free, workers) = (chance.between(0, 4), if index == 0 { chance.between(0, 2) } else { 0 });
            let civil = unit.kind == "civil_service_like";
            let staff = |count: u64, workers: u64| match unit.kind {
                "administrative" => json!({ "administrative": count, "institutional": 0, "worker": workers }),
                _ if civil => {
                    json!({ "administrative": 0, "institutional": count, "institutional_civil_service_like": count })
                }
                _ => json!({ "administrative": 0, "institutional": count }),
            };
            let hired = workers.min(1);
            let workers = if unit.kind == "administrative" { workers } else { 0 };
            let hired = if workers == 0 { 0 } else { hired };
            let offices: &[&str] = if unit.is_administration() {
                &["办公室", "政策法规科", "规划财务科", "业务管理科", "监督检查科"]
            } else {
                &["综合科", "业务科", "技术科", "后勤科"]
            };
            let count = 1 + chance.index(offices.len());
            let offices: Vec<Value> =
                chance.some(offices, count).into_iter().map(|name| json!({ "name": name })).collect();
            let mut data = json!({
                "code": unit.code,
                "name": unit.name,
                "full_name": unit.full_name,
                "level": if index == 0 { "headquarters" } else { "subordinate" },
                "kind": unit.kind,
                "internal_offices": offices,
                "staffing": {
                    "authorized": staff(unit.staff - hired + free, workers),
                    "in_service": staff(unit.staff - hired, hired),
                    "retired": { "pre_1949_cadre": unit.cadres, "ordinary": unit.retired },
                },
            });
            if index > 0 {
                let (first, second) = (concerns[index % 4], concerns[(index + 1) % 4]);
                data["duties"] = json!([
                    format!("{}承担{first}的日常工作和{second}的事务性工作。", unit.name),
                    format!("{}承办主管部门交办的其他{first}事项。", unit.name),
                ]);
            }
            data
        };
        self.units.iter().enumerate().map(unit).collect()
    }

    /// 公务用车保有量, and how many are bought, which replace old ones.
    pub fn cars(&self, lines: &[&Line]) -> [u64; 2] {
        const RUNNING: u64 = 2_880_000;
        let running = sum(lines, |line| line.economic == "30231");
        let bought = u64::from(lines.iter().any(|line| line.economic == "31013"));
        [running.div_ceil(RUNNING), bought]
    }

    /// 国有资产占有使用情况.
    pub fn assets(&self, shape: &Shape, lines: &[&Line]) -> Value {
        let [cars, _] = self.cars(lines);
        let special = cars / 3;
        json!({
            "as_of": format!("{}-12-31", shape.year - 1),
            "vehicles": { "confidential": u64::from(cars > 0), "emergency": (cars - special).saturating_sub(1), "special_technical": special.min(cars.saturating_sub(1)) },
            "equipment_over_1m": shape.seed % 3,
        })
    }
}
