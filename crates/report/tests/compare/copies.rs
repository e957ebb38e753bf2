//! Accounts made from one text.

use byline_record::ask::Verdict;
use byline_report::claim::{Kind, Topic};
use byline_report::compare::Agreement;

use crate::told::{Told, met, row, side_by_side};

const AGENCY: &str = "date 2022-12-10
England went out of the World Cup on Saturday when France beat them 2-1 at Al Bayt Stadium and moved on to meet Morocco.

The champions led through Aurelien Tchouameni, whose shot from 25 metres flew past Jordan Pickford after 17 minutes.

Gareth Southgate changed nothing at the interval and was rewarded when Bukayo Saka was brought down by Tchouameni. From \
the spot Harry Kane beat Hugo Lloris to draw level with Wayne Rooney on 53 goals for England.

Didier Deschamps saw Olivier Giroud denied by Pickford before the Milan forward met a cross by Antoine Griezmann in the \
78th minute and headed it in off Harry Maguire.

Mason Mount, on for Jordan Henderson, was then knocked over by Theo Hernandez, and Wilton Sampaio of Brazil gave the second \
penalty of the night. Kane sent it over the bar of Lloris, his colleague at Tottenham.

Marcus Rashford hit a free kick on to the roof of the net in the 100th minute, and it was over.";

/// The same with its words changed, its names and numbers not.
const SPUN: &str = "date 2022-12-11
The World Cup journey of England terminated this Saturday as France defeated these guys 2-1 inside Al Bayt Stadium to \
set a date against Morocco.

Title holders jumped in front via Aurelien Tchouameni, his effort of 25 metres whizzing beyond Jordan Pickford with 17 \
minutes elapsed.

No switches came from Gareth Southgate during half-time, but a reward arrived once Bukayo Saka got felled by Tchouameni. On \
the penalty place Harry Kane overcame Hugo Lloris, equalling Wayne Rooney with 53 strikes wearing England colours.

For Didier Deschamps it was Olivier Giroud who got thwarted by Pickford until this Milan attacker reached some delivery \
of Antoine Griezmann at the 78th minute, nodding in past Harry Maguire.

Mason Mount, who replaced Jordan Henderson, later got shoved by Theo Hernandez, so Wilton Sampaio from Brazil awarded \
another spot kick. Kane lifted this onto the sky above Lloris, a mate in Tottenham.

A set piece from Marcus Rashford landed upon the netting during minute 100th, ending everything.";

/// Another writer's evening.
const APART: &str = "date 2022-12-11
For the second time in 4 years a World Cup slipped away from Gareth Southgate in the knock-out rounds, and it will be Harry \
Kane who sees it in his sleep.

The England captain had already put one penalty past Hugo Lloris, a goal that brought him alongside Wayne Rooney on 53, \
when he was handed another by the referee Wilton Sampaio. Theo Hernandez had run into Mason Mount. This one cleared \
everything.

By then France were in front again. Olivier Giroud, whom Jordan Pickford had just kept out, got between John Stones and \
Harry Maguire to head in what Antoine Griezmann sent him. It was the 78th minute.

Earlier Aurelien Tchouameni had scored from afar, only to trip Bukayo Saka after the break for the first of the penalties.

Didier Deschamps takes his team back to Al Bayt Stadium to play Morocco. England fly home from Al Khor with Jude Bellingham \
and a good deal to look forward to.";

#[test]
fn a_cut_copy_and_a_spun_one_are_found() {
    let cut =
        AGENCY.split("\n\n").take(4).collect::<Vec<_>>().join("\n\n").replace("The champions led", "They trailed");
    let comparison = side_by_side(&[AGENCY, APART, &cut, SPUN].map(Told::plain));
    let copies: Vec<_> = comparison.accounts.iter().map(|account| account.copy_of).collect();
    assert_eq!((copies[0], copies[1]), (None, None));
    let (cut, spun) = (copies[2].unwrap(), copies[3].unwrap());
    assert_eq!((cut.account, spun.account), (0, 0));
    assert!(cut.words > 0.8, "{cut:?}");
    assert!(spun.words < 0.1 && spun.names > 0.8, "{spun:?}");
}

#[test]
fn quoting_one_post_is_no_copying() {
    let post = "“We gave everything and it was not enough tonight. I am sorry to everybody who came so far to see us. We \
        will come back stronger, with our heads up and our fans behind us, and we will win one of these before I am done,”";
    let comparison = side_by_side(&[
        Told::plain(&format!(
            "England were out by midnight, and nobody slept.\n\n{post} Anna Holt wrote on Instagram."
        )),
        Told::plain(&format!("There was one message that said it all.\n\n{post} Holt posted, and a million liked it.")),
    ]);
    assert_eq!(comparison.accounts[1].copy_of, None);
    assert_eq!(comparison.quotes.len(), 1);
}

#[test]
fn copies_count_once() {
    let entry = met("England", "France", "2022-12-10");
    let score = |text: &str, words: &str, verdict| {
        Told::plain(text).about(entry, 0.9).states(words, Kind::Score, Topic::Match(entry.id), words, verdict)
    };
    let alone = side_by_side(&[score(AGENCY, "2-1", Verdict::Confirmed), score(SPUN, "2-1", Verdict::Confirmed)]);
    assert_eq!(row(&alone, "score").agreement, Agreement::OnlyHere, "one source under two names");
    let two = side_by_side(&[
        score(AGENCY, "2-1", Verdict::Confirmed),
        score(SPUN, "2-1", Verdict::Confirmed),
        score(&APART.replace("was the 78th minute", "ended 2-1"), "2-1", Verdict::Confirmed),
    ]);
    assert_eq!(row(&two, "score").agreement, Agreement::Agreeing);
    let spoilt = SPUN.replace("2-1", "3-1");
    let spoilt =
        side_by_side(&[score(AGENCY, "2-1", Verdict::Confirmed), score(&spoilt, "3-1", Verdict::Contradicted)]);
    assert!(spoilt.accounts[1].copy_of.is_some());
    assert_eq!(row(&spoilt, "score").agreement, Agreement::Conflicting, "a copy that was spoilt");
}
