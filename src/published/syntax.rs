//! The words of PDF, read strictly, before anything that reads them leniently and by recursion does.
//!
//! Where a text obeys these rules, every reader divides it alike: what is nested here is nested there.

/// Objects may nest this deep; ours nest six deep.
const DEPTH: usize = 32;

/// Reads on from a place in a text of PDF syntax.
pub(super) struct Scanner<'a> {
    bytes: &'a [u8],
    at: usize,
    /// The closing bracket of each open array (`]`) and dictionary (`>`).
    open: Vec<u8>,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, open: Vec::new() }
    }

    /// Where the next thing to be read begins.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// The next word outside all brackets that is no number; none if the text ends there, breaks the rules, or nests
    /// too deep.
    pub(super) fn operator(&mut self) -> Option<&'a [u8]> {
        loop {
            self.skip_white_space();
            match *self.bytes.get(self.at)? {
                b'[' => self.begin(1, b']')?,
                b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.begin(2, b'>')?,
                b'<' => self.skip_hexadecimal()?,
                b']' => self.end(1, b']')?,
                b'>' if self.bytes.get(self.at + 1) == Some(&b'>') => self.end(2, b'>')?,
                b'(' => self.skip_literal()?,
                b'/' => {
                    self.at += 1;
                    self.word();
                }
                byte if KINDS[byte as usize] & REGULAR != 0 => {
                    let word = self.word();
                    if !is_number(word) {
                        match (self.open.is_empty(), word) {
                            (true, _) => return Some(word),
                            (false, b"R" | b"true" | b"false" | b"null") => {}
                            (false, _) => return None,
                        }
                    }
                }
                // Comments, procedures and stray brackets.
                _ => return None,
            }
        }
    }

    /// Whether nothing is left but white space, outside all brackets.
    pub(super) fn ended(&mut self) -> bool {
        self.skip_white_space();
        self.at == self.bytes.len() && self.open.is_empty()
    }

    /// Whether this word comes next, which is then read.
    pub(super) fn accepts(&mut self, word: &[u8]) -> bool {
        self.skip_white_space();
        let found = self.bytes.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if found {
            self.at += word.len();
        }
        found
    }

    /// The number that comes next, of digits only.
    pub(super) fn number(&mut self) -> Option<usize> {
        self.skip_white_space();
        std::str::from_utf8(self.word())
            .ok()
            .filter(|word| word.bytes().all(|byte| byte.is_ascii_digit()))?
            .parse()
            .ok()
    }

    pub(super) fn skip_white_space(&mut self) {
        self.skip_while(WHITE_SPACE);
    }

    /// Byte by byte and by a table: this loop goes through megabytes, in the dev profile too.
    fn skip_while(&mut self, kinds: u8) {
        while let Some(byte) = self.bytes.get(self.at) {
            if KINDS[*byte as usize] & kinds == 0 {
                break;
            }
            self.at += 1;
        }
    }

    fn word(&mut self) -> &'a [u8] {
        let start = self.at;
        self.skip_while(REGULAR);
        &self.bytes[start..self.at]
    }

    fn begin(&mut self, length: usize, closing: u8) -> Option<()> {
        self.at += length;
        self.open.push(closing);
        (self.open.len() <= DEPTH).then_some(())
    }

    fn end(&mut self, length: usize, closing: u8) -> Option<()> {
        self.at += length;
        (self.open.pop()? == closing).then_some(())
    }

    fn skip_hexadecimal(&mut self) -> Option<()> {
        self.at += 1;
        self.skip_while(HEXADECIMAL | WHITE_SPACE);
        self.at += 1;
        (self.bytes.get(self.at - 1) == Some(&b'>')).then_some(())
    }

    fn skip_literal(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.bytes.get(self.at)? {
                b'\\' => self.at += 1,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
            if depth == 0 {
                return (self.at <= self.bytes.len()).then_some(());
            }
        }
    }
}

const WHITE_SPACE: u8 = 1;
const REGULAR: u8 = 2;
const HEXADECIMAL: u8 = 4;

/// What each byte may be part of.
static KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte as u8 {
            b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' => WHITE_SPACE,
            b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%' => 0,
            b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f' => REGULAR | HEXADECIMAL,
            _ => REGULAR,
        };
        byte += 1;
    }
    kinds
};

fn is_number(word: &[u8]) -> bool {
    let digits = word.strip_prefix(b"-").unwrap_or(word);
    // The first byte tells most operators.
    matches!(digits.first(), Some(b'0'..=b'9' | b'.'))
        && digits.last() != Some(&b'.')
        && digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.')
}
