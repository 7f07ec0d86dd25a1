//! Many lines of folded text in one buffer, scanned for words.
//! Never knows what a line stands for: it gives the line's number.

use super::fold_into;

/// How well a line answers, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// A code, number or name in full.
    Exact,
    /// The beginning of one.
    Prefix,
    /// A part of one.
    Inside,
    /// The beginning of a name's pinyin initials.
    Initials,
    /// A part of them.
    InsideInitials,
    /// The beginning of an amount.
    Amount,
}

/// What a field of a line holds; its mark stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Text,
    Initials,
    Amount,
}

const LINE: char = '\n';
const TEXT: u8 = 0x1f;
const INITIALS: u8 = 0x1e;
const AMOUNT: u8 = 0x1d;

/// The lines. A position is a `u32`: a book that fills a browser's storage is far below 4 GiB.
#[derive(Clone, Debug, Default)]
pub(super) struct Section {
    text: String,
    starts: Vec<u32>,
}

impl Section {
    /// Begins a line and gives its number.
    pub(super) fn begin_line(&mut self) -> u32 {
        let line = u32::try_from(self.starts.len()).unwrap_or(u32::MAX);
        self.starts.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.text.push(LINE);
        line
    }

    /// Adds a field to the line begun last; an empty one takes no room.
    pub(super) fn add(&mut self, field: Field, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push(char::from(match field {
            Field::Text => TEXT,
            Field::Initials => INITIALS,
            Field::Amount => AMOUNT,
        }));
        fold_into(text, &mut self.text);
    }

    /// The best lines that hold every word, at most `most`, better ranks first and lines of one
    /// rank in their order. Words are folded already; without any, nothing is found.
    pub(super) fn best(&self, words: &[String], most: usize) -> Vec<(Rank, u32)> {
        let mut best: Vec<(Rank, u32)> = Vec::with_capacity(most + 1);
        // The longest word is the rarest, as a rule; of two alike the one typed first.
        let Some(scanned) = words.iter().rev().max_by_key(|word| word.len()) else { return best };
        let others: Vec<&String> = words.iter().filter(|word| *word != scanned).collect();
        let marked = format!("{}{scanned}", char::from(TEXT));
        let mut from = 0;
        // While better answers than the worst may stand anywhere, every place is looked at; then
        // only the beginnings of fields, which are far fewer.
        while let Some(start) = self.next(&best, most, from, scanned, &marked) {
            from = start + scanned.chars().next().map_or(1, char::len_utf8);
            let Some(rank) = self.rank(start, start + scanned.len()) else { continue };
            if best.len() >= most && best.last().is_none_or(|(worst, _)| *worst <= rank) {
                continue;
            }
            let line = self.line_at(start);
            if others.iter().all(|word| self.line(line).contains(word.as_str())) {
                keep(&mut best, (rank, line), most);
            }
        }
        best
    }

    /// Where the word stands next, if it can still be a better answer there.
    fn next(
        &self,
        best: &[(Rank, u32)],
        most: usize,
        from: usize,
        word: &str,
        marked: &str,
    ) -> Option<usize> {
        let worst = best.last().filter(|_| best.len() >= most).map(|(worst, _)| *worst);
        match worst {
            Some(Rank::Exact) => None,
            Some(Rank::Prefix | Rank::Inside) => {
                let at = self.text.get(from..)?.find(marked)?;
                Some(from + at + 1)
            }
            Some(Rank::Initials | Rank::InsideInitials | Rank::Amount) | None => {
                Some(from + self.text.get(from..)?.find(word)?)
            }
        }
    }

    /// How well the text between two positions answers, by what stands before and after it; `None`
    /// for the middle of an amount.
    fn rank(&self, start: usize, end: usize) -> Option<Rank> {
        let bytes = self.text.as_bytes();
        let before = bytes.get(..start)?;
        let mark = before.iter().rposition(|byte| *byte < 0x20)?;
        let is_first = mark + 1 == start;
        let is_last = bytes.get(end).is_none_or(|byte| *byte < 0x20);
        match (before.get(mark).copied()?, is_first, is_last) {
            (INITIALS, true, _) => Some(Rank::Initials),
            (INITIALS, false, _) => Some(Rank::InsideInitials),
            (AMOUNT, true, _) => Some(Rank::Amount),
            (AMOUNT, false, _) => None,
            (_, true, true) => Some(Rank::Exact),
            (_, true, false) => Some(Rank::Prefix),
            (_, false, _) => Some(Rank::Inside),
        }
    }

    fn line_at(&self, position: usize) -> usize {
        self.starts.partition_point(|start| *start as usize <= position).saturating_sub(1)
    }

    fn line(&self, line: usize) -> &str {
        let at = |line: usize| self.starts.get(line).map(|start| *start as usize);
        let (start, end) = (at(line).unwrap_or_default(), at(line + 1).unwrap_or(self.text.len()));
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Puts a find into its place; a line is kept once, at its best rank.
fn keep(best: &mut Vec<(Rank, u32)>, (rank, line): (Rank, usize), most: usize) {
    let line = u32::try_from(line).unwrap_or(u32::MAX);
    if let Some(held) = best.iter().position(|(_, held)| *held == line) {
        if best.get(held).is_some_and(|(before, _)| *before <= rank) {
            return;
        }
        best.remove(held);
    }
    let place = best.partition_point(|held| *held <= (rank, line));
    best.insert(place, (rank, line));
    best.truncate(most);
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn section() -> Section {
        let mut section = Section::default();
        let lines: [&[(Field, &str)]; 5] = [
            &[(Field::Text, "C-12"), (Field::Text, "华美服饰"), (Field::Initials, "hmfs")],
            &[(Field::Text, "C-1"), (Field::Text, "Huamei"), (Field::Amount, "1200.00")],
            &[(Field::Text, "12"), (Field::Text, ""), (Field::Amount, "0.12")],
            &[(Field::Text, "X"), (Field::Initials, "ahmf"), (Field::Text, "Ｃ－１")],
            &[(Field::Text, "Y"), (Field::Text, "12a"), (Field::Text, "12")],
        ];
        for line in lines {
            section.begin_line();
            line.iter().for_each(|(field, text)| section.add(*field, text));
        }
        section
    }

    // Words, and what is found: the rank's first letters and the line.
    #[rstest]
    #[case("12", 9, "Exact 2, Exact 4, Inside 0, Amount 1")]
    #[case("12", 2, "Exact 2, Exact 4")]
    #[case("c-1", 9, "Exact 1, Exact 3, Prefix 0")]
    #[case("hm", 9, "Initials 0, InsideInitials 3")]
    #[case("hm 12", 9, "Initials 0")]
    #[case("华美", 9, "Prefix 0")]
    #[case("美服", 9, "Inside 0")]
    #[case("200", 9, "")]
    #[case("zz", 9, "")]
    #[case("", 9, "")]
    fn lines_are_found_the_best_first(
        #[case] query: &str,
        #[case] most: usize,
        #[case] wanted: &str,
    ) {
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        let found = section().best(&words, most);
        let text: Vec<String> =
            found.iter().map(|(rank, line)| format!("{rank:?} {line}")).collect();
        assert_eq!(text.join(", "), wanted);
    }
}
