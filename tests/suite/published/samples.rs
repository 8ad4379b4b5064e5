//! Files that are laid out as ours are, whatever they hold.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A small file in the layout of ours: pages (1), catalogue (2), page (3), contents (4), attachment (5, 6), font (7, 8).
pub struct Sample {
    pub objects: Vec<Vec<u8>>,
    pub trailer: String,
}

const MAP: &[u8] = b"/CIDInit /ProcSet findresource begin\nbegincmap\n1 begincodespacerange\n<0000> <FFFF>\n\
endcodespacerange\n1 beginbfchar\n<0001> <62A5>\nendbfchar\nendcmap\n";

impl Sample {
    pub fn new() -> Self {
        let objects: [&[u8]; 8] = [
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Catalog/Pages 1 0 R/AF[5 0 R]>>",
            b"<</Type/Page/Parent 1 0 R/Resources<</Font<</f0 7 0 R>>>>/Contents 4 0 R>>",
            &stream("", b"BT /f0 10 Tf [<0001>]TJ ET"),
            b"<</Type/Filespec/F(/report.json)/UF(/report.json)/EF<</F 6 0 R>>>>",
            &stream("/Type/EmbeddedFile", b"{}"),
            b"<</Type/Font/ToUnicode 8 0 R>>",
            &stream("", MAP),
        ];
        Self { objects: objects.map(<[u8]>::to_vec).to_vec(), trailer: "/Root 2 0 R".to_owned() }
    }

    /// With another object, by its number from 1.
    pub fn with(mut self, number: usize, object: impl AsRef<[u8]>) -> Self {
        if self.objects.len() < number {
            self.objects.resize(number, b"null".to_vec());
        }
        self.objects[number - 1] = object.as_ref().to_vec();
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n%\x80\x80\x80\x80\n\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f\r\n", self.objects.len() + 1);
        for (index, object) in self.objects.iter().enumerate() {
            table.push_str(&format!("{:010} 00000 n\r\n", bytes.len()));
            bytes.extend_from_slice(format!("{} 0 obj\n", index + 1).as_bytes());
            bytes.extend_from_slice(object);
            bytes.extend_from_slice(b"\nendobj\n");
        }
        let offset = bytes.len();
        let size = self.objects.len() + 1;
        table.push_str(&format!("trailer\n<</Size {size}{}>>\nstartxref\n{offset}\n%%EOF", self.trailer));
        bytes.extend_from_slice(table.as_bytes());
        bytes
    }
}

/// A stream object.
pub fn stream(entries: &str, contents: &[u8]) -> Vec<u8> {
    let head = format!("<</Length {}{entries}>>\nstream\n", contents.len());
    [head.as_bytes(), contents, b"\nendstream"].concat()
}

/// A compressed one of a piece that is repeated.
pub fn compressed(entries: &str, piece: &[u8], times: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let block = piece.repeat(times.min(1 << 16));
    for _ in 0..times >> 16 {
        encoder.write_all(&block).unwrap();
    }
    encoder.write_all(&piece.repeat(times & 0xFFFF)).unwrap();
    stream(&format!("/Filter/FlateDecode{entries}"), &encoder.finish().unwrap())
}

/// Replaces the first occurrence.
pub fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}
