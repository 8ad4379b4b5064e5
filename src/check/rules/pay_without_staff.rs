//! 工资福利支出 against 在职人数.

use std::collections::BTreeMap;

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, Staff};

rule! {
    /// # 检查内容
    ///
    /// 单位有工资福利支出（经济分类 301，不计 30199 其他工资福利支出）的，有在职人员；有在职人员的，有工资福利支出，不论哪种资金。
    ///
    /// # 依据
    ///
    /// 工资福利支出是在职职工和编制外长期聘用人员的支出（支出经济分类科目 301 的说明；domain.md R51、R60）。
    /// 人员经费由其他单位代列等情形也有，所以只作提醒。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.in_service = {"administrative": 0, "institutional": 0, "worker": 0}
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// lines = [{"function": "2060101", "economic": "30201", "fund": "general_public_budget", "amount": "14400.00"}]
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// lines = [{"function": "2060101", "economic": "30199", "fund": "general_public_budget", "amount": "14400.00"}]
    /// units[0].staffing.in_service = {"administrative": 0, "institutional": 0, "worker": 0}
    /// ```
    "GK222", "工资福利支出与在职人员不符", Warning, Facts
}

/// 工资福利支出。
const PAY: &str = "301";
/// 其他工资福利支出, which also pays persons hired outside the 编制.
const OTHER_PAY: &str = "30199";

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    let (mut paid, mut of_staff) = (BTreeMap::new(), BTreeMap::new());
    for entry in facts.ledger.entries.iter().filter(|entry| entry.economic.class() == PAY) {
        paid.entry(entry.unit).or_insert(&entry.pointer);
        if entry.economic.as_str() != OTHER_PAY {
            of_staff.entry(entry.unit).or_insert(&entry.pointer);
        }
    }
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let Staff { administrative, institutional, worker, .. } = unit.staffing.in_service;
        let staff = u64::from(administrative) + u64::from(institutional) + u64::from(worker);
        let at = Pointer::root().key("units").index(index).key("staffing").key("in_service");
        if let (0, Some(line)) = (staff, of_staff.get(&index)) {
            judge
                .find(at, format!("单位 {} 有工资福利支出，没有在职人员", unit.code))
                .label(line.key("amount"), "工资福利支出")
                .hint("核对在职人数，或核对支出明细的单位和经济分类");
        } else if staff > 0 && !paid.contains_key(&index) {
            judge
                .find(at, format!("单位 {} 有在职人员 {staff} 人，没有工资福利支出", unit.code))
                .hint("核对在职人数，或核对工资福利支出的明细是否漏填");
        }
    }
}
