//! `gongkai regions`.

use crate::command_line::Desk;
use crate::command_line::templates::altered;

const FILE: &str = "regions/420107-qingshan/region.toml";

#[test]
fn lists_the_regions_with_what_they_extend() {
    let desk = Desk::new();
    for arguments in [&["regions"][..], &["regions", "list"]] {
        let run = desk.run(arguments);
        run.ends_with(0);
        assert_eq!(
            run.out.lines().collect::<Vec<_>>(),
            [
                "000000-national  全国通用（14 张表）",
                "310107-putuo  上海市普陀区（10 张表，沿用 000000-national）",
                "420107-qingshan  武汉市青山区（14 张表，沿用 000000-national）",
            ]
        );
    }
}

#[test]
fn lint_is_silent_on_what_is_right() {
    let run = Desk::new().run(&["regions", "lint"]);
    run.ends_with(0);
    assert_eq!(run.out.matches("没有问题").count(), 3);
}

#[test]
fn lint_tells_a_slip_at_its_line_and_ends_with_1() {
    let desk = Desk::new();
    altered(&desk, FILE, "{subject}无政府购买服务资质", "{whom}无政府购买服务资质");
    let run = desk.run(&["regions", "lint", "420107-qingshan", "--templates", "templates"]);
    run.ends_with(1);
    for words in ["错误[GK805]: “{whom}”不会替换成内容", "region.toml:", "420107-qingshan：1 处错误，0 处警告"]
    {
        assert!(run.out.contains(words), "{words} is not in {}", run.out);
    }
}

#[test]
fn a_warning_is_told_and_ends_with_0() {
    let desk = Desk::new();
    altered(&desk, FILE, "[words]\n", "[term.x]\nterm = \"甲\"\ntext = \"乙\"\n\n[words]\n");
    let run = desk.run(&["regions", "lint", "420107-qingshan", "--templates", "templates"]);
    run.ends_with(0);
    assert!(run.out.contains("警告[GK807]") && run.out.contains("0 处错误，1 处警告"), "{}", run.out);
}

#[test]
fn an_unknown_region_is_a_failure_that_names_the_known_ones() {
    let run = Desk::new().run(&["regions", "lint", "350102-gulou"]);
    run.ends_with(2).faults(&["没有地区方案 350102-gulou", "310107-putuo"]);
}
