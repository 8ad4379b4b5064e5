//! The sheets of the workbook: which members of the data format stand where.
//!
//! Headers, explanations and choices are the schema's titles, so that a member is named in one place, its doc comment.

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// 工作表名。
    pub name: &'static str,
    /// What to fill in, for its first line.
    pub about: &'static str,
    /// How it is laid out.
    pub kind: Kind,
}

/// How a sheet is laid out.
#[derive(Debug)]
pub enum Kind {
    /// A member a row: its name, its value, what it means. Paths from the root of the data.
    Form(&'static [&'static str]),
    /// A record a row, under a row of headers.
    Records(Records),
}

/// Records of one kind.
#[derive(Debug)]
pub struct Records {
    /// Where they belong. One without an owner takes the rows whose owner is left out.
    pub homes: &'static [Home],
    /// Paths from the record: empty for a record that is a value itself, [`KEY`] for the name of a map's member.
    pub columns: &'static [&'static str],
    /// A list within the record whose further elements stand in the rows below, which are empty otherwise; with the
    /// paths from its elements.
    pub continued: Option<(&'static str, &'static [&'static str])>,
}

/// Where records belong.
#[derive(Debug, Clone, Copy)]
pub struct Home {
    /// Whose they are; none for the file's own.
    pub owner: Option<Owner>,
    /// The member that holds them, from the owner or the root.
    pub member: &'static str,
}

/// An element of a list that owns records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// The list.
    pub list: &'static str,
    /// The member by which an element is known.
    pub key: &'static str,
}

/// The column of a map's keys.
pub const KEY: &str = "#";

const UNIT: Option<Owner> = Some(Owner { list: "units", key: "code" });
const PROJECT: Option<Owner> = Some(Owner { list: "projects", key: "code" });
const YEAR: Option<Owner> = Some(Owner { list: "previous_years", key: "year" });

const LINE: &[&str] = &[
    "unit",
    "function",
    "economic",
    "fund",
    "amount",
    "nature",
    "carried_over",
    "origin",
    "government_economic",
    "counterparty",
];
const PROJECT_LINE: &[&str] =
    &["unit", "function", "economic", "fund", "amount", "carried_over", "origin", "government_economic"];
const FUNDING: Option<(&str, &[&str])> = Some(("funding", &["fund", "amount"]));
const SUBJECT: &[&str] = &["code", "name", "short_name"];

macro_rules! records {
    ($homes:expr, $columns:expr) => {
        records!($homes, $columns, None)
    };
    ($homes:expr, $columns:expr, $continued:expr) => {
        Kind::Records(Records { homes: $homes, columns: $columns, continued: $continued })
    };
}

/// All sheets, in the order in which a person fills them in.
pub const SHEETS: &[Sheet] = &[
    Sheet {
        name: "基本情况",
        about: "部门和文本的基本情况。在“填写内容”一栏填写。",
        kind: Kind::Form(&[
            "region",
            "year",
            "published_on",
            "agency.code",
            "agency.name",
            "agency.full_name",
            "agency.phone",
            "agency.preparer",
            "scope.unit",
            "approval.document",
            "approval.date",
            "correction.date",
            "correction.reason",
        ]),
    },
    Sheet {
        name: "预算单位",
        about: "一个预算单位一行，至少一个。",
        kind: records!(
            &[Home { owner: None, member: "units" }],
            &[
                "code",
                "name",
                "full_name",
                "level",
                "kind",
                "staffing.authorized.administrative",
                "staffing.authorized.institutional",
                "staffing.authorized.institutional_civil_service_like",
                "staffing.authorized.worker",
                "staffing.in_service.administrative",
                "staffing.in_service.institutional",
                "staffing.in_service.institutional_civil_service_like",
                "staffing.in_service.worker",
                "staffing.retired.pre_1949_cadre",
                "staffing.retired.ordinary",
            ]
        ),
    },
    Sheet {
        name: "主要职能",
        about: "一条一行，不写序号。单位代码空着的是部门的职能。",
        kind: records!(&[Home { owner: None, member: "duties" }, Home { owner: UNIT, member: "duties" }], &[""]),
    },
    Sheet {
        name: "内设机构",
        about: "一个内设机构一行。",
        kind: records!(&[Home { owner: UNIT, member: "internal_offices" }], &["name", "also_named"]),
    },
    Sheet {
        name: "收入",
        about: "只在收入与支出所需不同时填写；不填的由程序按支出推算。",
        kind: records!(&[Home { owner: None, member: "income" }], &["unit", "fund", "amount", "carried_over"]),
    },
    Sheet {
        name: "年终结转结余",
        about: "年末没有用完、结转下年的预算。",
        kind: records!(&[Home { owner: None, member: "year_end_carry_over" }], &["unit", "fund", "amount"]),
    },
    Sheet {
        name: "基本支出明细",
        about: "项目以外的支出，一笔一行；合计由程序计算。",
        kind: records!(&[Home { owner: None, member: "lines" }], LINE),
    },
    Sheet {
        name: "项目",
        about: "一个项目一行；金额填在“项目支出明细”中。",
        kind: records!(
            &[Home { owner: None, member: "projects" }],
            &[
                "code",
                "name",
                "category",
                "parent",
                "use",
                "plan.unit",
                "plan.supervising_department",
                "plan.manager",
                "plan.phone",
                "plan.continuing",
                "plan.recurring",
                "plan.starts",
                "plan.ends",
                "plan.overview",
                "plan.basis",
                "plan.implementation",
                "plan.total_budget",
                "plan.total_fiscal",
                "plan.long_term_goal",
                "plan.annual_goal",
            ]
        ),
    },
    Sheet {
        name: "项目支出明细",
        about: "一笔一行；项目代码与“项目”表相同。",
        kind: records!(&[Home { owner: PROJECT, member: "lines" }], PROJECT_LINE),
    },
    Sheet {
        name: "项目成本",
        about: "成本构成与测算依据，合计等于本年预算。",
        kind: records!(&[Home { owner: PROJECT, member: "plan.costs" }], &["item", "amount", "basis"]),
    },
    Sheet {
        name: "项目历年预算",
        about: "项目以前年度的预算与执行。",
        kind: records!(&[Home { owner: PROJECT, member: "plan.history" }], &["year", "budget", "executed"]),
    },
    Sheet {
        name: "绩效指标",
        about: "一个指标一行。项目代码空着的是部门整体的指标。指标值填比较符、数值、计量单位，或填文字。",
        kind: records!(
            &[
                Home { owner: None, member: "performance.indicators" },
                Home { owner: PROJECT, member: "plan.indicators" }
            ],
            &[
                "path[0]",
                "path[1]",
                "name",
                "target.operator",
                "target.value",
                "target.measure",
                "target.text",
                "previous[0]",
                "previous[1]",
                "basis",
            ]
        ),
    },
    Sheet {
        name: "整体绩效",
        about: "部门整体支出绩效目标。在“填写内容”一栏填写。",
        kind: Kind::Form(&[
            "performance.coverage",
            "performance.duties_summary",
            "performance.long_term_goal",
            "performance.annual_goal",
        ]),
    },
    Sheet {
        name: "年度工作任务",
        about: "一项任务一行。",
        kind: records!(&[Home { owner: None, member: "performance.annual_tasks" }], &[""]),
    },
    Sheet {
        name: "绩效目标清单",
        about: "说明书中“序号、绩效目标”表，一个目标一行。",
        kind: records!(&[Home { owner: None, member: "performance.goals" }], &[""]),
    },
    Sheet {
        name: "上年完成情况",
        about: "上年绩效目标完成情况，一个目标一行。",
        kind: records!(
            &[Home { owner: None, member: "performance.last_year_results" }],
            &["goal", "result", "completion"]
        ),
    },
    Sheet {
        name: "三公经费",
        about: "公务用车购置数和保有量；金额由程序按支出明细推算。",
        kind: Kind::Form(&["three_public_counts.vehicles_to_buy", "three_public_counts.vehicles_kept"]),
    },
    Sheet {
        name: "改写金额",
        about: "由明细推算而需要改写的金额，须写明原因。",
        kind: records!(&[Home { owner: None, member: "overrides" }], &[KEY, "amount", "reason"]),
    },
    Sheet {
        name: "政府采购",
        about: "一项采购一行。有几种资金的，第二种起在下面各行只填资金性质和金额。",
        kind: records!(
            &[Home { owner: None, member: "procurement" }],
            &[
                "unit",
                "project",
                "function",
                "economic",
                "catalogue.code",
                "catalogue.name",
                "kind",
                "organisation",
                "quantity",
                "measure",
                "unit_price",
                "reserved_for_small",
                "reserved_for_micro",
            ],
            FUNDING
        ),
    },
    Sheet {
        name: "政府购买服务",
        about: "一项服务一行。有几种资金的，第二种起在下面各行只填资金性质和金额。",
        kind: records!(
            &[Home { owner: None, member: "service_purchases" }],
            &[
                "unit",
                "project",
                "catalogue.code",
                "catalogue.path[0]",
                "catalogue.path[1]",
                "catalogue.path[2]",
                "quantity",
                "measure",
                "is_procurement",
            ],
            FUNDING
        ),
    },
    Sheet {
        name: "资产配置",
        about: "一项资产一行。有几种资金的，第二种起在下面各行只填资金性质和金额。",
        kind: records!(
            &[Home { owner: None, member: "asset_acquisitions" }],
            &[
                "unit",
                "project",
                "asset_class.code",
                "asset_class.name",
                "name",
                "quantity",
                "measure",
                "unit_price",
                "is_procurement",
            ],
            FUNDING
        ),
    },
    Sheet {
        name: "国有资产",
        about: "占有使用的车辆和设备。在“填写内容”一栏填写。",
        kind: Kind::Form(&[
            "state_assets.as_of",
            "state_assets.vehicles.leaders",
            "state_assets.vehicles.confidential",
            "state_assets.vehicles.emergency",
            "state_assets.vehicles.law_enforcement",
            "state_assets.vehicles.special_technical",
            "state_assets.vehicles.retired_cadres",
            "state_assets.vehicles.other",
            "state_assets.equipment_over_1m",
        ]),
    },
    Sheet {
        name: "上年数",
        about: "以前年度数，一个年度一行，新的在前；没有填写的项目不写增减变化。",
        kind: records!(
            &[Home { owner: None, member: "previous_years" }],
            &[
                "year",
                "basis",
                "file",
                "figures.total",
                "figures.general_public_budget",
                "figures.government_fund",
                "figures.state_capital_budget",
                "figures.fiscal_income",
                "figures.other_income",
                "figures.basic",
                "figures.project",
                "figures.three_public.overseas",
                "figures.three_public.vehicle_purchase",
                "figures.three_public.vehicle_running",
                "figures.three_public.reception",
                "figures.operating_cost",
                "figures.procurement",
            ]
        ),
    },
    Sheet {
        name: "上年科目",
        about: "以前年度按功能分类项级科目的财政拨款支出；逐项说明增减的地区填写。",
        kind: records!(&[Home { owner: YEAR, member: "figures.functions" }], &[KEY, ""]),
    },
    Sheet {
        name: "增减原因",
        about: "一项变化一行；接在“主要是”之后，结尾不加句号。",
        kind: records!(&[Home { owner: None, member: "reasons" }], &[KEY, ""]),
    },
    Sheet {
        name: "空表原因",
        about: "没有数据的表为什么是空表；没有填写的按“没有预算”说明。",
        kind: records!(&[Home { owner: None, member: "absent" }], &[KEY, "reason", "note"]),
    },
    Sheet {
        name: "批复总额",
        about: "财政批复的支出总额，按资金性质，供程序核对。",
        kind: records!(&[Home { owner: None, member: "approval.totals" }], &[KEY, ""]),
    },
    Sheet {
        name: "科目用途",
        about: "功能分类项级科目的主要用途；逐项说明的地区填写。",
        kind: records!(&[Home { owner: None, member: "function_uses" }], &[KEY, ""]),
    },
    Sheet {
        name: "名词解释",
        about: "地区方案没有解释的名词。",
        kind: records!(&[Home { owner: None, member: "glossary.extra" }], &["term", "text"]),
    },
    Sheet {
        name: "名词科目",
        about: "没有金额也要在名词解释中列出的功能分类项级科目。",
        kind: records!(&[Home { owner: None, member: "glossary.also_list_functions" }], &[""]),
    },
    Sheet {
        name: "功能科目名称",
        about: "程序所带科目表中没有的功能分类科目，或印刷时用的简称。",
        kind: records!(&[Home { owner: None, member: "subjects.functional" }], SUBJECT),
    },
    Sheet {
        name: "经济科目名称",
        about: "程序所带科目表中没有的经济分类科目，或印刷时用的简称。",
        kind: records!(&[Home { owner: None, member: "subjects.economic" }], SUBJECT),
    },
];

/// The sheet on which the owners stand.
#[must_use]
pub fn owners(owner: Owner) -> &'static str {
    let is = |sheet: &&Sheet| match &sheet.kind {
        Kind::Records(records) => records.homes.iter().any(|home| home.owner.is_none() && home.member == owner.list),
        Kind::Form(_) => false,
    };
    SHEETS.iter().find(is).map_or("", |sheet| sheet.name)
}

/// The sheet of this name.
#[must_use]
pub fn sheet(name: &str) -> Option<&'static Sheet> {
    SHEETS.iter().find(|sheet| sheet.name == name)
}
