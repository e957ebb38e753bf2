//! Reads the statements of a report and judges each against the matches in question.
//!
//! Every family of statements has its reader: [`goals`] and [`fit`] for what happened on the pitch, [`scores`],
//! [`occasion`] for day, place and stage, [`next`], and so on. A reader says what the words can mean; nothing is
//! contradicted unless the words are plain, the match is pinned down and the row that contradicts can be shown. Where
//! several readings or several matches are possible, the one the record confirms is taken.

pub(crate) mod about;
mod against;
mod ages;
mod asides;
pub(crate) mod awards;
mod balances;
mod blanks;
mod bursts;
mod campaigns;
mod card_counts;
mod card_echoes;
pub(crate) mod cards;
mod careers;
pub(crate) mod changes;
mod classes;
pub(crate) mod clock;
mod compared;
mod conquests;
mod consistency;
mod counts;
pub(crate) mod cues;
mod dated_titles;
mod deed_nouns;
mod deed_words;
mod deeds;
mod elsewhere;
mod eras;
mod exits;
mod extremes;
mod feats;
mod firsts;
pub(crate) mod fit;
pub(crate) mod focus;
pub(crate) mod goals;
mod hauls;
mod history;
mod holdings;
pub(crate) mod keepers;
pub(crate) mod kick_cues;
mod kick_fates;
mod kick_lists;
mod kick_order;
mod kick_past;
mod kick_places;
mod kick_totals;
pub(crate) mod kicks;
mod lead_times;
mod leads;
mod ledger;
mod meetings;
pub(crate) mod memory;
mod minutes_missed;
pub(crate) mod moment;
pub(crate) mod nations;
mod next;
mod nouns;
mod occasion;
mod other_teams;
mod out;
mod outputs;
mod palmares;
mod parts;
mod past_ties;
pub(crate) mod penalties;
mod placings;
mod plain;
mod portions;
mod progress;
mod reckonings;
mod reigns;
mod roles;
mod rounds;
mod runs;
mod score_lists;
mod scores;
mod service;
mod shares;
mod shoot_out_counts;
pub(crate) mod shootouts;
mod short;
mod spells;
mod stage_counts;
pub(crate) mod stages;
mod standing;
mod stars;
mod stood;
mod streaks;
mod sums;
mod table_lines;
mod table_pairs;
mod table_points;
mod tables;
mod tallies;
mod times;
mod titles;
mod told_goals;
mod turns;
mod waits;
pub(crate) mod who;
mod wins;

use std::collections::BTreeMap;

use byline_record::names::find::Names;
use byline_record::{EditionId, Fixture, Match, MatchId, Sex, TeamId};

use crate::passage::Passage;

pub(crate) use focus::{Focus, dateline};
pub(crate) use out::{Judged, Out, ended, team_of};
pub(crate) use stages::stage_words;

/// Everything a reader may look at.
pub(crate) struct Reader<'a, 'r> {
    pub(crate) names: &'a Names<'r>,
    pub(crate) index: &'a crate::index::Index,
    pub(crate) passages: &'a [Passage],
    /// The match the report is about, if it was over on the day of the report.
    pub(crate) anchor: Option<&'r Match>,
    /// The tournaments the report tells of, its own first.
    pub(crate) editions: Vec<EditionId>,
    /// The teams the report names most.
    pub(crate) heavy: Vec<TeamId>,
    /// Paragraphs that are about another match.
    pub(crate) local: BTreeMap<usize, MatchId>,
    /// The match the report is about, if it was still to come.
    pub(crate) fixture: Option<Fixture<'r>>,
    /// The edition of the match the report is about, played or still to come.
    pub(crate) edition: Option<EditionId>,
}

impl<'r> Reader<'_, 'r> {
    /// The passages before one, in order.
    pub(crate) fn before(&self, passage: &Passage) -> &[Passage] {
        let here = self.passages.partition_point(|other| other.start < passage.start);
        self.passages.get(..here).unwrap_or_default()
    }

    /// A passage and those before it, in order.
    pub(crate) fn up_to(&self, passage: &Passage) -> &[Passage] {
        let next = self.passages.partition_point(|other| other.start <= passage.start);
        self.passages.get(..next).unwrap_or_default()
    }

    /// The passage before one, of whatever paragraph.
    pub(crate) fn passage_before(&self, passage: &Passage) -> Option<&Passage> {
        self.before(passage).last()
    }

    /// The passage after one, of whatever paragraph.
    pub(crate) fn passage_after(&self, passage: &Passage) -> Option<&Passage> {
        self.passages.get(self.up_to(passage).len())
    }

    /// Reads every statement of the report.
    pub(crate) fn read(&self, out: &mut Out<'r>) {
        let mut last = None;
        let mut carried: Option<Focus<'r>> = None;
        let mut paragraph = usize::MAX;
        // Whether the paragraph has spoken of another match: what follows may be of that one.
        let mut recalls = false;
        let mut memory = memory::Memory::default();
        let mut other_teams = other_teams::OtherTeams::default();
        for passage in self.passages {
            if self.sex(out) == Sex::Men && other_teams.takes(passage) {
                continue;
            }
            if passage.paragraph != paragraph {
                paragraph = passage.paragraph;
                carried = None;
                recalls = false;
            }
            memory.enter(passage);
            consistency::read(passage, out);
            let mut foci = self.foci(passage, (carried, memory.person), out);
            // A year of its own says of which match a passage is, whatever the paragraph has gone on to.
            if recalls && focus::years(passage, out, None).is_empty() {
                foci.iter_mut().for_each(|focus| *focus = focus.in_doubt());
            }
            let mut goals = told_goals::Laid::default();
            let is_shoot_out = shootouts::mode(passage, &memory);
            let scene = told_goals::Scene {
                memory: &memory,
                kicks: is_shoot_out,
                undone: self.passage_after(passage).is_some_and(|next| goals::is_taken_back(passage, next)),
            };
            for focus in &foci {
                goals.lay(self, passage, focus, &scene, &mut last, out);
            }
            let mut matches = goals.matches;
            let alone = self.told_alone(passage, out);
            scores::read(self, passage, &foci, out);
            if let Some(alone) = alone {
                scores::beside_goals(passage, alone.entry, out);
                matches.push(alone);
            }
            score_lists::read(passage, &foci, out);
            let taken = next::read(self, passage, out);
            // Whom a side meets next is not what the paragraph goes on about.
            let to_come =
                |name: &crate::passage::Name| taken.iter().any(|&(first, end)| first <= name.first && name.end <= end);
            let others = |team: TeamId| self.anchor.is_some_and(|entry| out.side(entry, team).is_none());
            let ahead = !taken.is_empty()
                && passage
                    .names
                    .iter()
                    .all(|name| to_come(name) || !name.is_person() && !name.team().is_some_and(others));
            recalls |= !ahead && foci.iter().any(|focus| !focus.is_anchor || !focus.may_contradict);
            titles::read(self, passage, &foci, out);
            tables::read(self, passage, &foci, out);
            progress::read(self, passage, &foci, out);
            exits::read(self, passage, &foci, out);
            // The record has no women's matches to look back on.
            if self.sex(out) == Sex::Men {
                history::read(self, passage, &foci, out);
                tallies::read(self, passage, &foci, out);
                shares::read(self, passage, out);
                parts::read(self, passage, &foci, out);
                streaks::read(self, passage, &foci, out);
                careers::read(self, passage, &foci, out);
                campaigns::read(self, passage, &foci, out);
                balances::read(self, passage, &foci, out);
                placings::read(self, passage, &foci, out);
                palmares::read(self, passage, out);
                reckonings::read(self, passage, out);
                stars::read(self, passage, out);
                service::read(self, passage, out);
                eras::read(self, passage, out);
                spells::read(self, passage, out);
                firsts::read(self, passage, &foci, out);
                waits::read(self, passage, &foci, out);
                hauls::read(self, passage, &foci, out);
                feats::read(self, passage, &foci, out);
                past_ties::read(self, passage, &foci, out);
                conquests::read(self, passage, out);
                counts::read(self, passage, out);
                compared::read(self, passage, &foci, out);
                portions::read(self, passage, out);
                holdings::read(self, passage, &foci, out);
                outputs::read(self, passage, &foci, out);
                asides::read(self, passage, out);
                sums::read(self, passage, out);
                kick_past::read(self, passage, out);
                shoot_out_counts::read(self, passage, out);
                stage_counts::read(self, passage, &foci, out);
                classes::read(self, passage, &foci, out);
                dated_titles::read(self, passage, out);
                meetings::read(self, passage, out);
            }
            roles::read(self, passage, &foci, out);
            ages::read(self, passage, &foci, out);
            if let Some(focus) = foci.first().filter(|focus| !focus.is_anchor && foci.len() == 1) {
                carried = Some(*focus);
            }
            let pinned: Vec<Focus<'r>> = match self.opposed_alone(passage, out) {
                Some(opposed) => vec![opposed],
                None => foci.iter().filter(|focus| !focus.loose).copied().collect(),
            };
            shootouts::read(self, passage, &pinned, &mut memory, out);
            occasion::read(self, passage, &foci, &taken, &matches, out);
            cards::read(self, passage, &pinned, &mut memory, out);
            card_counts::read(passage, &pinned, out);
            penalties::read(self, passage, &pinned, &mut memory, out);
            leads::read(passage, &pinned, out);
            lead_times::read(passage, &pinned, out);
            stood::read(self, passage, &pinned, out);
            blanks::read(self, passage, &pinned, out);
            bursts::read(passage, &pinned, out);
            keepers::read(self, passage, &pinned, out);
            changes::read(passage, &pinned, &memory, out);
            memory.leave(passage, &pinned, out);
        }
    }
}
