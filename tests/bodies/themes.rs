//! What projects do, and what it costs.

/// A kind of project.
pub struct Theme {
    /// After the department's work: 科技创新宣传活动.
    pub name: &'static str,
    /// 一级项目.
    pub parent: &'static str,
    /// 特定目标类, or 其他运转类.
    pub specific: bool,
    /// What the money buys.
    pub parts: &'static [Part],
    /// Its good.
    pub benefit: (&'static str, &'static str),
}

/// 成本构成: so many at so much.
pub struct Part {
    /// 支出内容.
    pub item: &'static str,
    /// 款.
    pub economic: &'static str,
    /// 计量单位.
    pub measure: &'static str,
    /// 单价 in 分.
    pub price: u64,
    /// How many a unit takes, from and to.
    pub quantity: (u64, u64),
    /// How it is bought, if by 政府采购.
    pub purchase: Option<Purchase>,
}

/// 政府采购 of a part.
pub struct Purchase {
    /// 品目.
    pub catalogue: (&'static str, &'static str),
    /// 货物, 工程, 服务.
    pub kind: &'static str,
    /// 组织形式.
    pub organisation: &'static str,
    /// Whether it becomes 资产 of that name.
    pub asset: bool,
    /// 政府购买服务目录, by the units that may buy services.
    pub service: Option<[&'static str; 3]>,
}

const fn part(
    item: &'static str,
    economic: &'static str,
    measure: &'static str,
    price: u64,
    quantity: (u64, u64),
) -> Part {
    Part { item, economic, measure, price, quantity, purchase: None }
}

const fn bought(part: Part, catalogue: (&'static str, &'static str), kind: &'static str) -> Part {
    let purchase = Purchase { catalogue, kind, organisation: "decentralized", asset: false, service: None };
    Part { purchase: Some(purchase), ..part }
}

const fn asset(part: Part, catalogue: (&'static str, &'static str)) -> Part {
    let purchase = Purchase { catalogue, kind: "goods", organisation: "centralized", asset: true, service: None };
    Part { purchase: Some(purchase), ..part }
}

const fn service(part: Part, catalogue: (&'static str, &'static str), path: [&'static str; 3]) -> Part {
    let purchase =
        Purchase { catalogue, kind: "services", organisation: "departmental", asset: false, service: Some(path) };
    Part { purchase: Some(purchase), ..part }
}

const fn theme(
    name: &'static str,
    parent: &'static str,
    specific: bool,
    benefit: (&'static str, &'static str),
    parts: &'static [Part],
) -> Theme {
    Theme { name, parent, specific, parts, benefit }
}

/// Renewal of a car, for bodies that buy one.
pub const CAR: Theme = theme(
    "车辆更新",
    "装备保障",
    true,
    ("工作用车保障能力", "提高"),
    &[asset(part("车辆购置", "31013", "辆", 15_800_000, (1, 1)), ("A02030501", "轿车"))],
);

/// All others.
pub const THEMES: &[Theme] = &[
    theme(
        "宣传活动",
        "公众服务",
        true,
        ("政策知晓程度", "逐步提高"),
        &[
            bought(part("宣传手册印制", "30202", "册", 250, (2_000, 9_000)), ("C23090100", "印刷服务"), "services"),
            part("主题宣传活动", "30227", "场", 800_000, (2, 12)),
            part("宣传展板制作", "30299", "块", 60_000, (4, 40)),
        ],
    ),
    theme(
        "业务培训",
        "队伍建设",
        true,
        ("业务人员工作能力", "持续提升"),
        &[part("业务培训班", "30216", "期", 1_200_000, (1, 8)), part("培训授课劳务", "30226", "课时", 50_000, (8, 90))],
    ),
    theme(
        "信息系统运行维护",
        "信息化建设",
        false,
        ("线上办理业务的便利程度", "提高"),
        &[
            service(
                part("系统运行维护", "30213", "月", 800_000, (12, 12)),
                ("C16070000", "运行维护服务"),
                ["政府履职辅助性服务", "信息化服务", "机关信息系统开发与维护服务"],
            ),
            part("专线租用", "30207", "月", 200_000, (12, 12)),
            part("网络安全监测", "30227", "次", 1_075_000, (2, 6)),
        ],
    ),
    theme(
        "监督检查",
        "监督管理",
        false,
        ("行业管理规范程度", "提高"),
        &[
            part("现场检查差旅", "30211", "人次", 18_000, (40, 400)),
            service(
                part("第三方评估", "30227", "项", 4_500_000, (1, 4)),
                ("C99000000", "其他服务"),
                ["政府履职辅助性服务", "评估和评价服务", "项目评估服务"],
            ),
            part("检查用车租赁", "30214", "台次", 60_000, (10, 60)),
        ],
    ),
    theme(
        "基层站点运营补助",
        "基层服务",
        true,
        ("居民获得服务的便利程度", "持续提高"),
        &[
            part("站点运营费用补贴", "31204", "个", 500_000, (6, 60)),
            part("站点巡查评估", "30227", "次", 50_000, (12, 90)),
        ],
    ),
    theme(
        "服务设施维修改造",
        "设施建设",
        true,
        ("服务设施安全状况", "明显改善"),
        &[
            bought(part("房屋修缮", "31006", "平方米", 32_000, (300, 3_000)), ("B08010000", "房屋修缮"), "works"),
            part("水电线路改造", "30213", "米", 8_500, (200, 2_500)),
        ],
    ),
    theme(
        "设备购置更新",
        "装备保障",
        true,
        ("现场服务能力", "提高"),
        &[
            asset(part("专用检测设备", "31003", "台", 1_530_000, (1, 9)), ("A02109900", "其他仪器仪表")),
            asset(part("便携式计算机", "31002", "台", 590_000, (2, 12)), ("A02010108", "便携式计算机")),
        ],
    ),
    theme(
        "困难群众帮扶",
        "民生保障",
        true,
        ("困难群众生活状况", "得到改善"),
        &[
            part("临时救助", "30306", "人次", 60_000, (30, 300)),
            part("困难人员生活补助", "30305", "人", 120_000, (20, 160)),
        ],
    ),
    theme(
        "志愿服务",
        "公众服务",
        true,
        ("居民参与程度", "逐步提高"),
        &[part("志愿者保险", "30299", "人", 12_000, (50, 500)), part("志愿服务活动", "30227", "场", 350_000, (6, 40))],
    ),
    theme(
        "调查统计",
        "监督管理",
        false,
        ("决策依据充分程度", "提高"),
        &[
            part("入户调查劳务", "30226", "户", 6_000, (200, 3_000)),
            part("数据分析报告", "30227", "份", 2_500_000, (1, 5)),
        ],
    ),
    theme(
        "档案整理",
        "基础管理",
        false,
        ("档案查询便利程度", "提高"),
        &[part("档案数字化", "30227", "卷", 3_500, (800, 6_000)), part("档案装具", "30201", "盒", 1_200, (200, 2_000))],
    ),
    theme(
        "示范点建设",
        "基层服务",
        true,
        ("示范带动作用", "逐步显现"),
        &[
            part("示范点建设", "30227", "个", 5_000_000, (1, 8)),
            part("示范点标识印制", "30202", "套", 150_000, (2, 16)),
        ],
    ),
];
