//! The codes of all faults outside the rule registry, in one table.

/// One kind of fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code {
    /// `GK` and three digits. Never reused for another kind.
    pub id: &'static str,
    /// What is wrong, in a few words of Chinese.
    pub title: &'static str,
}

macro_rules! codes {
    ($($name:ident = $id:literal, $title:literal;)*) => {
        $(#[doc = $title] pub const $name: Code = Code { id: $id, title: $title };)*

        /// Every code of this table, ascending.
        pub const CODES: &[Code] = &[$($name),*];
    };
}

codes! {
    UNREADABLE = "GK001", "文件无法读取";
    TOO_LARGE = "GK002", "文件过大";
    ENCODING = "GK003", "文件不是 UTF-8 编码";
    EMPTY = "GK004", "文件没有内容";
    SYNTAX = "GK005", "JSON 语法错误";
    NESTING = "GK006", "嵌套过深";
    TOO_MANY_VALUES = "GK007", "数据项过多";
    OMITTED = "GK008", "错误过多，未全部列出";
    UNDECODED = "GK009", "数据无法读入";
    UNKNOWN_FIELD = "GK010", "未知的字段";
    MISSING_FIELD = "GK011", "缺少字段";
    DUPLICATE_FIELD = "GK012", "字段重复";
    WRONG_TYPE = "GK013", "数据类型不符";
    UNKNOWN_CHOICE = "GK014", "取值不在可选范围内";
    BAD_CODE = "GK015", "编码不正确";
    BAD_AMOUNT = "GK016", "金额或数量不正确";
    BAD_DATE = "GK017", "日期或年度不正确";
    BAD_INTEGER = "GK018", "整数不正确";
    WRONG_COUNT = "GK019", "条目数不正确";
    CHARACTER = "GK020", "不允许的字符";
    BLANK = "GK021", "文字为空";
    UNIT_LEFT_OUT = "GK030", "没有写明预算单位";
    UNKNOWN_UNIT = "GK031", "预算单位不存在";
    DUPLICATE_UNIT = "GK032", "预算单位代码重复";
    DUPLICATE_PROJECT = "GK033", "项目代码重复";
    UNKNOWN_PROJECT = "GK034", "项目不存在";
    NATURE_IN_PROJECT = "GK035", "项目明细不能填写支出性质";
    YEAR_NOT_BEFORE = "GK036", "以前年度不早于预算年度";
    DUPLICATE_YEAR = "GK037", "以前年度重复";
    FILE_WITHOUT_BUDGET = "GK038", "上年数据文件只能用于年初预算数";
    LAST_YEAR_FILE = "GK050", "上年数据文件不是上年的";
    UNKNOWN_SUBJECT = "GK051", "科目没有名称";
    NATURE_LEFT_OUT = "GK052", "没有写明支出性质";
    UNMATCHED_TRANSFER = "GK053", "部门内部收支不对应";
    COUNTERPARTY = "GK054", "不能填写对方单位";
    UNKNOWN_SCOPE = "GK055", "公开范围中的单位不存在";
    UNKNOWN_REASON = "GK056", "增减原因没有对应的项目";
    UNKNOWN_REGION = "GK057", "没有这个地区方案";
    // GK058 was 收支不平衡, now the rule GK201.
    FISCAL_MONEY = "GK059", "财政拨款的支出性质不符";
    // GK060 to GK062 were 字体中没有的字, 文字超出页面 and 文字重叠, now the rules GK601 to GK603.
    UNSTATED_CORRECTION = "GK063", "没有填写更正日期和原因";
    WORKBOOK = "GK070", "工作簿无法读取";
    SHEET = "GK071", "工作表不正确";
    HEADER = "GK072", "表头不正确";
    CELL = "GK073", "单元格无法读取";
    OWNER = "GK074", "没有对应的行";
    CONTROL_CELL = "GK081", "与系统导出的表不一致";
    CONTROL_ROW = "GK082", "与系统导出的表行数不一致";
    CONTROL_TABLE = "GK083", "系统导出的表中没有找到";
    PROFILE = "GK801", "地区方案无法读入";
    PROFILE_COLUMN = "GK802", "地区方案的列不正确";
    PROFILE_NOTE = "GK803", "地区方案缺少空表说明";
    PROFILE_WORD = "GK804", "地区方案缺少用语";
    PROFILE_PLACEHOLDER = "GK805", "地区方案的占位不能替换";
    PROFILE_FILE = "GK806", "地区方案缺少文件或部分";
    PROFILE_UNUSED = "GK807", "地区方案中没有用处的内容";
}

/// The title of the code `id`, if this table has it.
#[must_use]
pub fn title(id: &str) -> Option<&'static str> {
    CODES.iter().find(|code| code.id == id).map(|code| code.title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_well_formed_ascending_and_unique() {
        assert!(CODES.is_sorted_by(|before, after| before.id < after.id));
        for Code { id, title } in CODES {
            assert!(id.len() == 5 && id.starts_with("GK") && id[2..].bytes().all(|byte| byte.is_ascii_digit()), "{id}");
            assert!(!title.is_empty());
        }
        assert_eq!(title("GK005"), Some("JSON 语法错误"));
        assert_eq!(title("GK999"), None);
    }
}
