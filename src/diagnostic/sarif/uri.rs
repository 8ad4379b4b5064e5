//! File names as URI references.

/// The URI reference of the file `name`: relative stays relative, absolute becomes `file:`.
pub(super) fn uri(name: &str) -> String {
    let name = name.replace('\\', "/");
    let mut bytes = name.bytes();
    if let (Some(letter), Some(b':'), Some(b'/')) = (bytes.next(), bytes.next(), bytes.next())
        && letter.is_ascii_alphabetic()
    {
        let (drive, path) = name.split_at(2);
        return format!("file:///{drive}{}", encoded(path));
    }
    // `//server/share`.
    if name.starts_with("//") {
        return format!("file:{}", encoded(&name));
    }
    if name.starts_with('/') {
        return format!("file://{}", encoded(&name));
    }
    encoded(name.strip_prefix("./").unwrap_or(&name))
}

/// Everything but unreserved characters and the slash as percent and hexadecimal digits. A colon too: before the first
/// slash of a relative reference it would end a scheme.
fn encoded(path: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.push(char::from(DIGITS[usize::from(byte >> 4)]));
            uri.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_names_stay_relative() {
        assert_eq!(uri("data/420107-kexie-2023.json"), "data/420107-kexie-2023.json");
        assert_eq!(uri("./科 协.json"), "%E7%A7%91%20%E5%8D%8F.json");
        assert_eq!(uri(r"数据\a#b?.json"), "%E6%95%B0%E6%8D%AE/a%23b%3F.json");
        assert_eq!(uri("a:b.json"), "a%3Ab.json");
        assert_eq!(uri("../a%20b.json"), "../a%2520b.json");
    }

    #[test]
    fn absolute_names_are_file_uris() {
        assert_eq!(uri(r"C:\部门\a b.json"), "file:///C:/%E9%83%A8%E9%97%A8/a%20b.json");
        assert_eq!(uri("/home/a.json"), "file:///home/a.json");
        assert_eq!(uri(r"\\server\share\a.json"), "file://server/share/a.json");
    }
}
