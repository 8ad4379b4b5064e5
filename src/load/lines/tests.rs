use super::*;

const HEAD: &str = "AGENCY_CODE,EXP_FUNC_CODE,DEP_BGT_ECO_CODE,FUND_TYPE_CODE,PRO_CODE,PRO_NAME,项目类别,金额\n";

fn read_csv(bytes: &[u8], own: Option<&str>) -> Result<Imported, Vec<String>> {
    let mapping = Mapping::with(own).unwrap();
    read(Path::new("明细.csv"), bytes, &mapping).map_err(|faults| {
        let shown = |fault: &Diagnostic| {
            let place = fault.place.as_ref().map_or_else(String::new, crate::diagnostic::Place::within);
            format!("{} {place} {}", fault.code, fault.message)
        };
        faults.iter().map(shown).collect()
    })
}

fn csv(rows: &str) -> Result<Imported, Vec<String>> {
    read_csv(format!("{HEAD}{rows}").as_bytes(), None)
}

#[track_caller]
fn refused(rows: &str, expected: &str) {
    let faults = csv(rows).unwrap_err();
    assert_eq!(faults, [expected]);
}

#[test]
fn lines_are_basic_or_of_a_project_as_their_category_says() {
    let imported = csv(concat!(
        "206001,2060101,30101,11,R1,工资,人员类,100.50\n",
        "206001,2060101,30201,一般公共预算资金,G1,公用,公用经费类,20\n",
        "206001,2060102,30226,111,X1,科普活动,3特定目标类,\"1,000.00\"\n",
        "206001,2060102,30227,11 一般公共预算资金,X1,科普活动,特定目标类,5\n",
        "206001,2060102,30209,32,X2,物业,其他运转类,7\n",
    ))
    .unwrap();
    assert_eq!((imported.lines.len(), imported.count(), imported.total().to_string()), (2, 5, "1132.50".to_owned()));
    let projects: Vec<_> =
        imported.projects.iter().map(|of| (of.code.as_str(), of.name.as_str(), of.lines.len())).collect();
    assert_eq!(projects, [("X1", "科普活动", 2), ("X2", "物业", 1)]);
    assert_eq!(imported.projects[1].category, ProjectCategory::OtherOperating);
    assert_eq!(imported.projects[1].lines[0].fund, Fund::SuperiorSubsidy);
}

#[test]
fn encodings_of_chinese_windows_are_read() {
    let text = "单位代码,支出功能分类,部门预算支出经济分类,资金性质,金额（元）\n206001,2060101 行政运行,30101-基本工资,一般公共预算,1.00\n";
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let (gb18030, ..) = encoding_rs::GB18030.encode(text);
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for bytes in [text.as_bytes(), &marked, &gbk, &gb18030] {
        let imported = read_csv(bytes, None).unwrap();
        assert_eq!(imported.lines[0].function.as_str(), "2060101");
        assert_eq!(imported.lines[0].economic.as_str(), "30101");
    }
    assert_eq!(read_csv(b"\xff\xff\xff", None).unwrap_err(), ["GK070  明细.csv：文字编码不能识别"]);
}

#[test]
fn totals_blank_rows_and_notes_are_no_lines() {
    let imported = csv(concat!(
        ",,,,,,,\n",
        "206001,2060101,30101,11,,,,1\n",
        "小计,,,,,,,1\n",
        "区科协 合计,,,,,,,1\n",
        "注：单位元,,,,,,,\n",
    ))
    .unwrap();
    assert_eq!((imported.count(), imported.totals), (1, 2));
}

#[test]
fn titles_and_units_may_stand_above_the_headers() {
    let text = format!(
        "预算明细表,,,,,,,\n单位：万元,,,,,,,\n{}206001,2060101,30101,11,,,,1.234567\n",
        HEAD.replace("金额", "金额(万元)")
    );
    let imported = read_csv(text.as_bytes(), None).unwrap();
    assert_eq!(imported.lines[0].amount.yuan().to_string(), "12345.67");
    // Less than a 分 cannot be told.
    let text = text.replace("1.234567", "1.2345678");
    assert!(read_csv(text.as_bytes(), None).unwrap_err()[0].starts_with("GK073 第1张!H4 金额“1.2345678”不正确"));
}

#[test]
fn what_cannot_be_read_for_certain_is_refused_at_its_cell() {
    refused("206001,20601,30101,11,,,,1\n", "GK073 第1张!B2 支出功能分类“20601”不正确：应为 7 位");
    refused("206001,2060101,301,11,,,,1\n", "GK073 第1张!C2 部门预算支出经济分类“301”不正确：应为 5 位");
    refused("206001,2060101,30101,99,,,,1\n", "GK073 第1张!D2 不认识的资金性质“99”");
    refused("206001,2060101,30101,11,,,,壹元\n", "GK073 第1张!H2 金额“壹元”不正确：不是数");
    refused("206001,2060101,30101,11,,,,-1\n", "GK073 第1张!H2 金额“-1”不正确：不能为负数");
    refused("206001,2060101,30101,11,,,,1.005\n", "GK073 第1张!H2 金额“1.005”不正确：小数多于 2 位");
    refused("206001,2060101,30101,11,,,,\n", "GK073 第1张!H2 没有填写金额");
    refused("206001,,30101,11,,,,1\n", "GK073 第1张!B2 没有填写支出功能分类");
    refused("单位,2060101,30101,11,,,,1\n", "GK073 第1张!A2 单位代码“单位”不正确");
    refused("206001,2060101,30101,11,X,甲,新类,1\n", "GK073 第1张!G2 不认识的项目类别“新类”");
}

#[test]
fn amounts_may_be_typed_as_people_do() {
    for (typed, read) in [("1.0000000000000002", "1"), ("１２３", "123"), ("\"12,345.60\"", "12345.6"), ("8元", "8")]
    {
        let imported = csv(&format!("206001,2060101,30101,11,,,,{typed}\n")).unwrap();
        assert_eq!(imported.lines[0].amount.yuan().normalize().to_string(), read, "{typed}");
    }
}

#[test]
fn another_list_is_read_with_a_mapping_of_its_own() {
    let text = "部门,功能,经济,钱从哪来,多少钱\n206001,2060101,30101,本级,3\n";
    let faults = read_csv(text.as_bytes(), None).unwrap_err();
    assert_eq!(
        faults,
        ["GK072  明细.csv：没有找到预算明细的表头，缺少：支出功能分类、部门预算支出经济分类、资金性质、金额"]
    );
    let own = concat!(
        "amount_unit = \"万元\"\n[headers]\nunit = [\"部门\"]\nfunction = [\"功能\"]\neconomic = [\"经济\"]\nfund = [\"钱从哪来\"]\n",
        "amount = [\"多少钱\"]\n[funds]\n\"本级\" = \"general_public_budget\"\n",
    );
    let imported = read_csv(text.as_bytes(), Some(own)).unwrap();
    assert_eq!(imported.lines[0].amount.yuan().to_string(), "30000");
    assert!(Mapping::with(Some("[headers]\ncolour = []")).is_err());
    assert!(Mapping::with(Some("amount_unit = \"角\"")).is_err());
    assert!(Mapping::with(Some("x = 1")).is_err());
}
