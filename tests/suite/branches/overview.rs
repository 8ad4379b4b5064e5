//! Part one: who publishes, its units, its staff.

use serde_json::json;

use super::says;
use crate::common::disclosures::{kexie, print, print_unit, shili};

#[test]
fn a_department_of_one_unit() {
    says(
        &print(&kexie()).part(1),
        &[
            "第一部分区科协概况一、部门主要职能1、认真执行党的路线、方针、政策，",
            "二、部门预算单位构成纳入区科协2023年部门预算编制范围的预算单位为本级机关。内设1个职能科室：办公室（挂科学普及部牌子），无二级单位。",
            "三、部门人员构成区科协总编制人数5人，其中：事业编制5人（其中：参照公务员法管理5人）。",
            "在职实有人数3人，其中：事业编制3人（其中：参照公务员法管理3人）。离退休人员8人，其中：离休0人，退休8人。",
        ],
    );
}

#[test]
fn a_department_of_several_units() {
    says(
        &print(&shili()).part(1),
        &[
            "预算单位为本级机关和2个二级单位。二级单位为：区示例综合事务管理站、区示例服务中心。",
            "本级机关内设4个职能科室：办公室（挂政策法规科牌子）、规划财务科、社区服务科、福利事务科（挂儿童工作科牌子）。",
            "区示例局总编制人数58人，其中：行政编制18人、事业编制38人（其中：参照公务员法管理12人）、工勤编制2人。",
            "离退休人员37人，其中：离休1人，退休36人。",
        ],
    );
}

#[test]
fn a_unit_speaks_of_itself() {
    let printed = print_unit(&shili(), "901002");
    says(
        &printed.part(0),
        &["青山区示例综合事务管理站2024年单位预算公开", "第二部分区示例综合事务管理站2024年单位预算表"],
    );
    says(
        &printed.part(1),
        &[
            "一、单位主要职能1、承担全区示例事务的日常管理和巡查工作。",
            "二、单位构成情况纳入区示例综合事务管理站2024年单位预算编制范围的为本单位。内设2个职能科室：综合股、管理股。",
            "三、单位人员构成区示例综合事务管理站总编制人数12人，其中：事业编制12人（其中：参照公务员法管理12人）。",
        ],
    );
    assert!(!printed.part(3).contains("部门"), "{}", printed.part(3));
}

#[test]
fn duties_end_with_one_stop_whatever_the_data_end_them_with() {
    let mut data = kexie();
    data["duties"] = json!(["甲", "乙。", "丙；", "丁！"]);
    says(&print(&data).part(1), &["1、甲。2、乙。3、丙。4、丁！二、"]);
}

#[test]
fn offices_may_be_absent() {
    let mut data = kexie();
    data["units"][0]["internal_offices"] = json!([]);
    says(&print(&data).part(1), &["预算单位为本级机关。无二级单位。三、"]);
}
