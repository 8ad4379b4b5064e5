//! What the bodies deal with: fields of work, with their subjects and words. All bodies are invented.

/// A field of work.
pub struct Field {
    /// The organisation: 科技创新局.
    pub organisation: &'static str,
    /// The work: 科技创新.
    pub work: &'static str,
    /// 行政运行 of this field.
    pub administration: &'static str,
    /// 事业运行, or what stands for it.
    pub operation: &'static str,
    /// 项 of projects out of 一般公共预算.
    pub projects: &'static [&'static str],
    /// Subjects that the catalogue lacks.
    pub subjects: &'static [(&'static str, &'static str)],
    /// What the field looks after.
    pub concerns: [&'static str; 4],
}

/// All fields. Codes are confirmed ones of data/subjects, or named in `subjects`.
pub const FIELDS: &[Field] = &[
    Field {
        organisation: "科技创新局",
        work: "科技创新",
        administration: "2060101",
        operation: "2060501",
        projects: &["2060102", "2060702", "2060799"],
        subjects: &[],
        concerns: ["科技企业", "科普阵地", "技术转移", "创新平台"],
    },
    Field {
        organisation: "司法事务局",
        work: "司法行政",
        administration: "2040601",
        operation: "2040650",
        projects: &["2040604", "2040605", "2040607"],
        subjects: &[("2040650", "事业运行")],
        concerns: ["人民调解", "法治宣传", "法律援助", "社区矫正"],
    },
    Field {
        organisation: "城市管理局",
        work: "城市管理",
        administration: "2120101",
        operation: "2120501",
        projects: &["2120102", "2120104", "2120399"],
        subjects: &[],
        concerns: ["市容环境", "道路清扫", "户外招牌", "公共设施"],
    },
    Field {
        organisation: "商务促进局",
        work: "商务促进",
        administration: "2011301",
        operation: "2011350",
        projects: &["2011302", "2011399"],
        subjects: &[],
        concerns: ["商贸企业", "消费市场", "电子商务", "农贸市场"],
    },
    Field {
        organisation: "政务服务局",
        work: "政务服务",
        administration: "2010301",
        operation: "2010350",
        projects: &["2010302", "2010399"],
        subjects: &[],
        concerns: ["政务大厅", "便民热线", "事项办理", "数据共享"],
    },
    Field {
        organisation: "社会工作局",
        work: "社会工作",
        administration: "2013901",
        operation: "2013950",
        projects: &["2013999"],
        subjects: &[],
        concerns: ["志愿服务", "社区治理", "社工人才", "基层组织"],
    },
    Field {
        organisation: "民政事务局",
        work: "民政服务",
        administration: "2080201",
        operation: "2081005",
        projects: &["2080202", "2080206", "2082501"],
        subjects: &[("2080201", "行政运行"), ("2080202", "一般行政管理事务")],
        concerns: ["养老服务", "社会救助", "儿童福利", "社会组织"],
    },
    Field {
        organisation: "自然资源局",
        work: "自然资源",
        administration: "2200101",
        operation: "2200150",
        projects: &["2200199"],
        subjects: &[("2200101", "行政运行")],
        concerns: ["国土调查", "地质环境", "测绘成果", "规划管理"],
    },
    Field {
        organisation: "乡村建设局",
        work: "乡村建设",
        administration: "2130501",
        operation: "2130550",
        projects: &["2130502", "2130504", "2130506"],
        subjects: &[],
        concerns: ["农村道路", "人居环境", "特色产业", "村级组织"],
    },
    Field {
        organisation: "财政服务局",
        work: "财政管理",
        administration: "2010601",
        operation: "2010650",
        projects: &["2010602", "2010605", "2010607"],
        subjects: &[("2010650", "事业运行")],
        concerns: ["国库集中支付", "资产管理", "政府采购", "会计人员"],
    },
];

/// Names before the organisation's: with the fields, those of 320 departments.
pub const PLACES: &[&str] = &[
    "江岸", "临江", "滨湖", "东湖", "北湖", "南湖", "白玉", "青松", "翠柳", "红枫", "金桂", "银杏", "梧桐", "长堤",
    "新桥", "石桥", "古渡", "沙湖", "云峰", "明月", "朝阳", "晨光", "星河", "兴业", "永安", "和顺", "吉庆", "安居",
    "仁和", "德胜", "文昌", "武功",
];

/// Units below the department: name, kind in the data, 事业 or not.
pub const UNITS: &[(&str, &str)] = &[
    ("综合管理站", "civil_service_like"),
    ("服务中心", "public_welfare_1"),
    ("执法大队", "civil_service_like"),
    ("信息中心", "public_welfare_1"),
    ("培训中心", "public_welfare_2"),
    ("保障中心", "public_welfare_1"),
];

/// 姓氏 of persons who do not exist.
pub const SURNAMES: &[&str] = &["陈", "吴", "赵", "周", "郑", "冯", "蒋", "沈", "韩", "杨", "朱", "秦", "许", "何"];

/// A number below a thousand in Chinese.
pub fn chinese(number: usize) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut text = String::new();
    if hundreds > 0 {
        text += DIGITS[hundreds % 10];
        text += "百";
    }
    if tens > 0 {
        text += if tens == 1 && hundreds == 0 { "" } else { DIGITS[tens] };
        text += "十";
    } else if hundreds > 0 && ones > 0 {
        text += "零";
    }
    if ones > 0 || number == 0 {
        text += DIGITS[ones];
    }
    text
}
