//! What the profile's own file says in vain: tables, parts, sources and terms that no order names.

use super::place::Places;
use super::{Linted, Problems};
use crate::diagnostic::code;
use crate::reference::{GlossarySpec, PartKind};

pub(super) fn lint(of: &Linted<'_>, places: &Places, problems: &mut Problems) {
    let region = of.region;
    let tables: Vec<&str> = region.tables.order.iter().map(|kind| kind.key()).collect();
    let parts: Vec<&str> = region.document.parts.iter().map(String::as_str).collect();
    let sources: Vec<&str> = region.sources.order.iter().map(String::as_str).collect();
    let terms: Vec<&str> = region.glossary.order.iter().map(String::as_str).collect();
    let lists = [
        ("table", tables, "tables.order"),
        ("part", parts, "document.parts"),
        ("source", sources, "sources.order"),
        ("term", terms, "glossary.order"),
    ];
    // A national profile offers what regions choose from.
    let offers = of.profile.chain.len() == 1;
    for (table, used, order) in lists {
        for name in places.own_names(&[table]).iter().filter(|name| !used.contains(&name.as_str())) {
            if !offers {
                problems.warning(
                    &[table, name],
                    code::PROFILE_UNUSED,
                    format!("[{table}.{name}] 没有用处：{order} 中没有 {name}"),
                    format!("在 {order} 中加上 {name}，或删去这一段"),
                );
            }
        }
        for (index, name) in used.iter().enumerate() {
            if used[..index].contains(name) {
                problems.error(
                    &[order.split_once('.').map_or(order, |(table, _)| table), "order"],
                    code::PROFILE_UNUSED,
                    format!("{order} 中的 {name} 写了两次"),
                    "删去一处",
                );
            }
        }
    }
    let drawn_apart: Vec<_> = region.document.parts.iter().filter_map(|name| region.parts.get(name)).collect();
    let rest = drawn_apart.iter().filter(|part| part.draws == PartKind::Tables && part.tables.is_empty()).count();
    if rest != 1 {
        problems.error(
            &["document", "parts"],
            code::PROFILE_FILE,
            format!("应当有一个部分印出没有归入其他部分的表，现有 {rest} 个"),
            "保留一个 draws = \"tables\" 而不写 tables 的部分",
        );
    }
    for part in &drawn_apart {
        for kind in part.tables.iter().filter(|kind| !region.tables.order.contains(kind)) {
            problems.error(
                &["document", "parts"],
                code::PROFILE_UNUSED,
                format!("“{}”中的表 {} 不在 tables.order 中，不会印出", part.title, kind.key()),
                "在 tables.order 中加上这张表",
            );
        }
    }
    let glossary = drawn_apart.iter().any(|part| part.draws == PartKind::Glossary);
    if glossary && !region.glossary.order.iter().any(|name| name == GlossarySpec::EXTRA) {
        problems.warning(
            &["glossary", "order"],
            code::PROFILE_UNUSED,
            "数据补充的名词（extra）不会印出",
            "在 glossary.order 中加上 extra",
        );
    }
}
