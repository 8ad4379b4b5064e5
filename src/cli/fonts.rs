//! `gongkai fonts`.

use super::Status;
use super::arguments::Resources;
use super::console::Console;
use crate::reference::Templates;
use crate::typeset::FontSearch;
use crate::typeset::fonts::{self, Role, RoleFont};

pub(super) fn run(arguments: &Resources, console: &Console) -> Status {
    let templates =
        match arguments.templates.as_deref().map_or_else(|| Ok(Templates::built_in()), Templates::from_folder) {
            Ok(templates) => templates,
            Err(error) => return console.failure(error, None),
        };
    let roles = match fonts::report(&templates, &FontSearch::new(arguments.fonts())) {
        Ok(roles) => roles,
        Err(error) => return console.failure(&error, Some(error.hint())),
    };
    let missing = roles.iter().flat_map(|role| &role.chain).filter(|font| is_missing(font)).count();
    let printed = console.result(table(&roles).trim_end());
    if missing == 0 {
        return printed;
    }
    console.failure(
        format_args!("缺少 {missing} 处字体，无法生成文本"),
        Some("把发布包中的 fonts 文件夹放在 gongkai 程序旁边，或用 --font-path 指明字体文件夹"),
    );
    Status::Findings
}

fn is_missing(font: &RoleFont) -> bool {
    font.found.is_none() && !font.optional
}

/// Role by role, the fonts in the order they are tried.
fn table(roles: &[Role]) -> String {
    let mut text = String::new();
    for role in roles {
        text += &format!("{}（{}，字重 {}）\n", role.name, role.used_for, role.weight);
        for font in &role.chain {
            let covers = font.covers.as_ref().map(|class| format!("，只用于 {class}")).unwrap_or_default();
            let families = font.families.join(" / ");
            text += &match &font.found {
                Some(found) => {
                    let licence = match (&font.licence, found.of_user) {
                        (Some(licence), false) => licence.as_str(),
                        _ => "用户字体，许可由用户负责",
                    };
                    format!("  {}{covers} → {}（{licence}）\n", found.family, found.file.display())
                }
                None if font.optional => format!("  [可选] {families}：未提供\n"),
                None => format!("  [缺少] {families}{covers}：应有文件 {}\n", font.files.join("、")),
            };
        }
    }
    text
}
