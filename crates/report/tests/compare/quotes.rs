//! Quotes laid side by side.

use byline_report::compare::{Agreement, Fate, QuoteRow, SentenceCell, SentenceRow};

use crate::told::{Told, side_by_side};

fn quotes(texts: &[&str]) -> Vec<QuoteRow> {
    side_by_side(&texts.iter().map(|text| Told::plain(text)).collect::<Vec<_>>()).quotes
}

/// What an account makes of each sentence.
fn fates(row: &QuoteRow, account: usize) -> Vec<Fate> {
    row.sentences.iter().map(|sentence| sentence.cells[account].as_ref().unwrap().fate).collect()
}

fn sentence<'q>(row: &'q QuoteRow, begins: &str) -> &'q SentenceRow {
    row.sentences.iter().find(|sentence| sentence.at.words.starts_with(begins)).unwrap_or_else(|| panic!("{row:#?}"))
}

const WHOLE: &str = "Holt spoke after the match.\n\n“I have never been prouder of a team. We ran until there was nothing \
left in the legs. The supporters carried us through the last ten minutes. Nobody can take that away from this group,” \
Anna Holt told reporters.";

#[test]
fn sentences_are_kept_cut_and_joined() {
    let rows = quotes(&[
        WHOLE,
        "“I have never been prouder of a team… Nobody can take that away from this group,” Anna Holt said.",
        "“We ran until there was nothing left in the legs,” Holt said.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!((row.speaker.as_str(), row.fullest, row.speakers), ("Anna Holt", 0, Agreement::Agreeing));
    assert_eq!(fates(row, 0), [Fate::Kept; 4]);
    assert_eq!(fates(row, 1), [Fate::Kept, Fate::Cut, Fate::Cut, Fate::Kept]);
    assert_eq!(fates(row, 2), [Fate::Cut, Fate::Kept, Fate::Cut, Fate::Cut]);
    let joined: Vec<bool> = row.sentences.iter().map(|sentence| sentence.cells[1].as_ref().unwrap().joined).collect();
    assert_eq!(joined, [false, false, false, true]);
    assert_eq!(row.channels, Agreement::Looser, "one names the reporters");
}

#[test]
fn sentences_are_moved() {
    let rows = quotes(&[
        WHOLE,
        "“Nobody can take that away from this group. I have never been prouder of a team. We ran until there was nothing \
         left in the legs,” Anna Holt said.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    let moved: Vec<bool> = row.sentences.iter().map(|sentence| sentence.cells[1].as_ref().unwrap().reordered).collect();
    assert_eq!(moved, [false, false, false, true]);
    assert_eq!(fates(row, 1), [Fate::Kept, Fate::Kept, Fate::Cut, Fate::Kept]);
}

#[test]
fn words_are_changed() {
    let rows = quotes(&[
        "“We thanked Ruth, Carla and Ines before the final. He was brave to take it again at that moment. I would pick \
         the same eleven tomorrow, no question. They deserved a bigger crowd than that,” Anna Holt said.",
        "“We thanked Ruth and Ines before the final. [Reed] was brave to take it again at that moment. I would choose \
         the same eleven tomorrow, no question. They deserved a bigger crowd than that tonight,” Anna Holt said.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    let other = 1 - row.fullest;
    let fate = |begins: &str| sentence(row, begins).cells[other].as_ref().unwrap().fate;
    let by_fullest = |shorter: Fate, longer: Fate| if row.fullest == 0 { shorter } else { longer };
    assert_eq!(fate("We thanked"), by_fullest(Fate::Shortened, Fate::Extended));
    assert_eq!(fate(if row.fullest == 0 { "He was" } else { "[Reed]" }), Fate::Bracketed);
    assert_eq!(fate("I would"), Fate::Altered);
    assert_eq!(fate("They deserved"), by_fullest(Fate::Extended, Fate::Shortened));
}

#[test]
fn punctuation_case_and_marks_are_no_change() {
    let rows = quotes(&[
        "\"It's the end of a long road for us - and we know it. We'll be back,\" said Tom Reed.",
        "‘‘It’s the end of a long road for us, and we know it; we’ll be back’’, Tom Reed said.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert!(
        row.sentences.iter().all(|sentence| sentence.cells.iter().flatten().all(|cell| cell.fate == Fate::Kept)),
        "{row:#?}"
    );
}

#[test]
fn a_sentence_is_split() {
    let rows = quotes(&[
        "“We kept the ball when it mattered and we took the one chance that fell to us in the rain,” said Tom Reed.",
        "“We kept the ball when it mattered. We took the one chance that fell to us in the rain,” said Tom Reed.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!(row.sentences.len(), 1, "{row:#?}");
    let cell = row.sentences[0].cells[1].as_ref().unwrap();
    assert_eq!((cell.words.len(), cell.fate), (2, Fate::Shortened), "the word `and` is gone");
}

#[test]
fn translations_differ() {
    let rows = quotes(&[
        "“The plan was clear from the start. I felt the pressure of the moment and so I lifted the ball too high. That is \
         how the game goes sometimes,” said Marc Duval.",
        "“The plan was clear from the start. He must have noticed that under such pressure the ball would be lifted. \
         That is how the game goes sometimes,” said Marc Duval.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    let fates = fates(row, 1 - row.fullest);
    assert_eq!(fates, [Fate::Kept, Fate::Translated, Fate::Kept]);
}

#[test]
fn a_whole_quote_is_translated() {
    let rows = quotes(&[
        "“My keeper spent the whole evening in the hotel with his tablet and the penalties of their captain,” said Marc Duval.",
        "“The entire evening at the hotel my keeper looked at their captain on a tablet,” said Duval.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!(fates(row, 1 - row.fullest), [Fate::Translated]);
}

#[test]
fn what_only_others_have_stands_in_its_place() {
    let rows = quotes(&[
        "“I have never been prouder of a team. The supporters carried us through the last ten minutes. Nobody can take \
         that away from this group,” Anna Holt said.",
        "“I have never been prouder of a team. Our physio deserves a medal for this week. Nobody can take that away from \
         this group,” Anna Holt said.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    let begins: Vec<&str> = row.sentences.iter().map(|sentence| sentence.at.words.split(' ').next().unwrap()).collect();
    let other = 1 - row.fullest;
    assert_eq!(row.sentences.len(), 4, "{begins:?}");
    assert_eq!(row.sentences[1].account, other, "{begins:?}");
    assert_eq!(row.sentences[1].cells[row.fullest].as_ref().unwrap().fate, Fate::Cut);
    assert_eq!(row.sentences[1].cells[other].as_ref().unwrap().fate, Fate::Kept);
}

#[test]
fn channels_are_compared() {
    let said = "“I will be back for this team next summer, whatever it takes,”";
    for (one, other, expected) in [
        ("Holt wrote on Instagram", "Holt wrote on social media", Agreement::Looser),
        ("Holt wrote on Instagram", "Holt wrote on Facebook", Agreement::Conflicting),
        ("Holt told ITV", "Holt told a press conference", Agreement::Conflicting),
        ("Holt told ITV", "Holt told ITV", Agreement::Agreeing),
    ] {
        let rows = quotes(&[&format!("They lost.\n\n{said} {one}."), &format!("{said} {other}.")]);
        assert_eq!(rows.len(), 1, "{rows:#?}");
        assert_eq!(rows[0].channels, expected, "{one} / {other}: {rows:#?}");
    }
}

#[test]
fn people_who_say_other_things_stay_apart() {
    let rows = quotes(&[
        "“We were second best from the first whistle,” said Anna Holt.\n\n“The wind made fools of both keepers,” said Tom Reed.",
        "“The wind made fools of both keepers,” Tom Reed said.\n\n“Ask me again in the morning,” Anna Holt said.",
    ]);
    let names: Vec<(&str, Agreement)> = rows.iter().map(|row| (row.speaker.as_str(), row.channels)).collect();
    assert_eq!(
        names,
        [("Anna Holt", Agreement::OnlyHere), ("Tom Reed", Agreement::Agreeing), ("Anna Holt", Agreement::OnlyHere)]
    );
}

#[test]
fn words_given_to_another_are_told() {
    let rows = quotes(&[
        "“The whole country stayed up to watch us and we let them down,” said Anna Holt.",
        "“The whole country stayed up to watch us and we let them down,” said Tom Reed.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!(row.speakers, Agreement::Conflicting);
    let who: Vec<_> = row.accounts.iter().map(|saying| saying.as_ref().unwrap().speaker.clone().unwrap()).collect();
    assert_eq!(who, ["Anna Holt", "Tom Reed"]);
}

#[test]
fn a_fragment_is_a_part_of_the_sentence() {
    let rows = quotes(&[
        "Anna Holt said her side had “nothing left” at the end.",
        "“We ran until there was nothing left in the legs,” said Anna Holt. She had called it “nothing left in the legs” before.",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!(row.sentences.len(), 1, "{row:#?}");
    assert_eq!(row.sentences[0].cells[0].as_ref().unwrap().fate, Fate::Shortened);
}

#[test]
fn a_cue_within_a_sentence_is_no_change() {
    let rows = quotes(&[
        "“We ran,” said Anna Holt, “until there was nothing left in the legs. No, I am not sorry.”",
        "“We ran until there was nothing left in the legs,” said Anna Holt. “No,” she added, “I am not sorry.”",
    ]);
    let [row] = &rows[..] else { panic!("{rows:#?}") };
    let all = row.sentences.iter().flat_map(|sentence| sentence.cells.iter().flatten());
    assert!(all.map(|cell| (cell.fate, cell.reordered)).all(|cell| cell == (Fate::Kept, false)), "{row:#?}");
}

#[test]
fn two_sayings_on_one_thing_are_no_translation() {
    let rows = quotes(&[
        "“England played a great World Cup and the players can be proud of the way they left it,” said Marc Duval.",
        "“This World Cup belongs to our players, and England was the hardest match of the tournament for all of us,” said Duval.",
    ]);
    assert_eq!(rows.len(), 2, "{rows:#?}");
}

/// One post as five outlets have it: whole, cut and joined, moved and bracketed, joined in the middle of a sentence, and
/// something else said on television.
#[test]
fn one_post_in_five_outlets() {
    let rows = quotes(&[
        "“Last night hurt more than any night in this shirt. We had them where we wanted them and one kick changed \
         everything. I have watched it back twice and I will not watch it again. To the fans who sang until the buses \
         left, thank you. You deserved the final. We go again in June, and I promise you this group is not finished,” \
         Leah Marsh wrote on Instagram.",
        "Leah Marsh wrote on social media: “Last night hurt more than any night in this shirt… I have watched it back \
         twice and I will not watch it again. To the fans who sang until the buses left: thank you, you deserved the \
         final.”",
        "In a post on social media, Leah Marsh thanked those who “sang until the buses left”.\n\n“We go again in June and \
         I promise you this group [of players] is not finished,” she added. “Last night hurt more than any night in this \
         shirt.”",
        "Leah Marsh posted: \"Last night hurt more than any other night. We had them where we wanted them, and one kick \
         changed everything... thank you. You deserved the final.\"",
        "Leah Marsh told ITV: \"I asked the bench to be quiet and then I did not hear a thing.\"",
    ]);
    let [post, television] = &rows[..] else { panic!("{rows:#?}") };
    assert_eq!((post.fullest, post.channels), (0, Agreement::Looser));
    assert!(post.accounts[4].is_none() && television.accounts[..4].iter().all(Option::is_none));
    use Fate::{Altered, Bracketed, Cut, Kept, Shortened};
    assert_eq!(fates(post, 1), [Kept, Cut, Kept, Kept, Kept, Cut]);
    assert_eq!(fates(post, 2), [Kept, Cut, Cut, Shortened, Cut, Bracketed]);
    assert_eq!(fates(post, 3), [Altered, Kept, Cut, Shortened, Kept, Cut]);
    let flags = |account: usize, flag: fn(&SentenceCell) -> bool| -> Vec<usize> {
        let cells = post.sentences.iter().map(|sentence| sentence.cells[account].as_ref().unwrap());
        cells.enumerate().filter(|(_, cell)| flag(cell)).map(|(at, _)| at).collect()
    };
    assert_eq!((flags(1, |cell| cell.joined), flags(3, |cell| cell.joined)), (vec![2], vec![3]));
    assert_eq!((flags(1, |cell| cell.reordered), flags(2, |cell| cell.reordered)), (vec![], vec![0]));
}

#[test]
fn two_sayings_told_as_one_are_parted() {
    let rows = quotes(&[
        "“The pitch was heavy and we should have passed the ball sooner,” Anna Holt told ITV.\n\nLater she was at the press \
         conference.\n\n“I will sit down with the federation about my future next week,” Holt told a press conference.",
        "“The pitch was heavy and we should have passed the ball sooner. I will sit down with the federation about my future \
         next week,” Anna Holt told ITV.",
    ]);
    let told: Vec<(usize, Agreement)> = rows.iter().map(|row| (row.sentences.len(), row.channels)).collect();
    assert_eq!(told, [(1, Agreement::Agreeing), (1, Agreement::Conflicting)], "{rows:#?}");
}
