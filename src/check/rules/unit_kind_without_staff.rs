//! 单位性质 against the kinds of its posts.

use crate::check::rule::rule;
use crate::check::{Facts, Judge};
use crate::model::{Pointer, UnitKind};

rule! {
    /// # 检查内容
    ///
    /// 行政单位有行政编制，参公事业单位有参公编制；事业编制全部为参公的事业单位，单位性质应为参公事业单位。
    /// 没有编制人数的单位不在此检查。
    ///
    /// # 依据
    ///
    /// 机关运行经费按单位性质计算（domain.md R38），单位性质填错，机关运行经费也就错了。
    ///
    /// # 示例
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].kind = "administrative"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].kind = "public_welfare_1"
    /// ```
    ///
    /// 有误：
    ///
    /// ```text
    /// units[0].staffing.authorized.institutional_civil_service_like = 0
    /// ```
    ///
    /// 无误：
    ///
    /// ```text
    /// units[0].kind = "administrative"
    /// units[0].staffing.authorized.administrative = 1
    /// ```
    "GK113", "单位性质与编制不符", Warning, Facts
}

fn check(facts: &Facts<'_>, judge: &mut Judge<'_>) {
    for (index, unit) in facts.disclosure.units.iter().enumerate() {
        let posts = unit.staffing.authorized;
        if posts.administrative == 0 && posts.institutional == 0 {
            continue;
        }
        let like = posts.institutional_civil_service_like;
        let fault = match unit.kind {
            UnitKind::Administrative if posts.administrative == 0 => "是行政单位，却没有行政编制",
            UnitKind::CivilServiceLike if like == 0 => "是参公事业单位，却没有参公编制",
            UnitKind::PublicWelfareOne | UnitKind::PublicWelfareTwo | UnitKind::Business
                if posts.administrative == 0 && like == posts.institutional =>
            {
                "的事业编制全部为参公，单位性质却不是参公事业单位"
            }
            _ => continue,
        };
        let at = Pointer::root().key("units").index(index);
        judge
            .find(at.key("kind"), format!("“{}”{fault}", unit.name))
            .label(at.key("staffing").key("authorized"), "编制人数")
            .hint("核对单位性质（kind）和编制人数；单位性质决定机关运行经费的范围");
    }
}
