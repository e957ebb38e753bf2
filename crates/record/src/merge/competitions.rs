//! Competitions and editions as the merger meets them.

use rustc_hash::FxHashMap as HashMap;

use crate::claim::CoverageClaim;
use crate::names::tables::read_competitions;
use crate::{
    Competition, CompetitionClass, CompetitionId, Coverage, Edition, EditionId, ReadError, Sex, Sources, Table,
    TeamKind, fold,
};

/// Competitions by their names, and their editions.
#[derive(Debug, Default)]
pub struct Competitions {
    list: Vec<Competition>,
    by_name: HashMap<(Sex, String), CompetitionId>,
    cache: HashMap<(Sex, Box<str>), CompetitionId>,
    editions: Vec<Edition>,
    by_label: HashMap<(CompetitionId, Box<str>), EditionId>,
    /// What sources said of competitions as a whole, to be given to editions at the end.
    covered: Vec<(Sources, Vec<CoverageClaim>)>,
}

impl Competitions {
    /// The competitions of `facts/competitions.txt`.
    ///
    /// # Errors
    /// If the file is malformed.
    pub fn from_file(text: &str) -> Result<Self, ReadError> {
        let mut all = Self::default();
        for row in read_competitions(text)? {
            let id = CompetitionId::from_index(all.list.len());
            for name in row.other_names.iter().chain([&row.key, &row.name]) {
                all.by_name.entry((row.sex, fold(name))).or_insert(id);
            }
            all.list.push(Competition {
                id,
                key: row.key.into(),
                name: row.name.into(),
                class: row.class,
                organiser: row.organiser.map(Into::into),
                sex: row.sex,
                other_names: row.other_names.iter().map(|&name| name.into()).collect(),
            });
        }
        Ok(all)
    }

    fn find(&self, name: &str, sex: Sex) -> Option<CompetitionId> {
        self.by_name.get(&(sex, fold(name))).copied()
    }

    /// The name of a competition as printed, and its class where we list it.
    pub(super) fn printed(&self, name: &str, sex: Sex) -> (Box<str>, Option<CompetitionClass>) {
        match self.find(name, sex).and_then(|id| self.list.get(id.index())) {
            Some(known) if !name.is_empty() => (known.name.clone(), Some(known.class)),
            _ => (name.into(), None),
        }
    }

    /// The edition of a competition with a label, if it is known.
    pub(super) fn known_edition(&self, competition: &str, label: &str, sex: Sex) -> Option<&Edition> {
        self.get(*self.by_label.get(&(self.find(competition, sex)?, label.into()))?)
    }

    /// Clubs play in leagues, cups and continental competitions of clubs; national sides in the rest.
    pub(super) fn kind(&self, name: &str, sex: Sex) -> TeamKind {
        match self.find(name, sex).and_then(|id| self.list.get(id.index())).map(|competition| competition.class) {
            Some(CompetitionClass::League | CompetitionClass::Cup | CompetitionClass::Continental) => TeamKind::Club,
            _ => TeamKind::National,
        }
    }

    fn competition(&mut self, name: &str, sex: Sex, kind: TeamKind, class: Option<CompetitionClass>) -> CompetitionId {
        if let Some(&id) = self.cache.get(&(sex, name.into())) {
            return id;
        }
        let id = self.find(name, sex).unwrap_or_else(|| {
            let id = CompetitionId::from_index(self.list.len());
            let printed = if name.is_empty() { "competition not stated" } else { name };
            self.by_name.insert((sex, fold(name)), id);
            self.list.push(Competition {
                id,
                key: fold(printed).replace(' ', "-").into(),
                name: printed.into(),
                class: class.unwrap_or(match kind {
                    TeamKind::National => CompetitionClass::Minor,
                    TeamKind::Club => CompetitionClass::League,
                }),
                organiser: None,
                sex,
                other_names: Box::default(),
            });
            id
        });
        self.cache.insert((sex, name.into()), id);
        id
    }

    /// The edition of a competition with a label, made if it is new; `class` is what the source says of a competition
    /// that is new.
    pub(super) fn edition(
        &mut self,
        competition: &str,
        label: &str,
        sex: Sex,
        kind: TeamKind,
        class: Option<CompetitionClass>,
    ) -> EditionId {
        let competition = self.competition(competition, sex, kind, class);
        if let Some(&id) = self.by_label.get(&(competition, label.into())) {
            return id;
        }
        let id = EditionId::from_index(self.editions.len());
        self.editions.push(Edition {
            id,
            competition,
            label: label.into(),
            hosts: Vec::new(),
            standings: Vec::new(),
            positions: Vec::new(),
            groups: Vec::new(),
            managers: Vec::new(),
            captains: Vec::new(),
            squads: Vec::new(),
            coverage: Coverage::default(),
            sources: Sources::NONE,
        });
        self.by_label.insert((competition, label.into()), id);
        id
    }

    pub(super) fn edition_mut(&mut self, id: EditionId) -> Option<&mut Edition> {
        self.editions.get_mut(id.index())
    }

    pub(super) fn get(&self, id: EditionId) -> Option<&Edition> {
        self.editions.get(id.index())
    }

    pub(super) fn competition_of(&self, id: EditionId) -> Option<&Competition> {
        self.list.get(self.get(id)?.competition.index())
    }

    pub(super) fn cover(&mut self, source: Sources, claims: &[CoverageClaim]) {
        if !claims.is_empty() {
            self.covered.push((source, claims.to_vec()));
        }
    }

    /// Competitions and editions, with what sources said of their completeness.
    pub(super) fn into_parts(mut self) -> (Vec<Competition>, Vec<Edition>) {
        for (source, claims) in std::mem::take(&mut self.covered) {
            let wanted: Vec<Option<Vec<CompetitionId>>> = claims
                .iter()
                .map(|claim| {
                    let name = claim.competition.as_ref()?;
                    Some([Sex::Men, Sex::Women].into_iter().filter_map(|sex| self.find(name, sex)).collect())
                })
                .collect();
            for edition in self.editions.iter_mut().filter(|edition| edition.sources.contains(source)) {
                edition.coverage.join(&stated_of(edition, &claims, &wanted));
            }
        }
        (self.list, self.editions)
    }
}

/// What one file says of an edition: a word on the edition before one on its competition before one on everything.
fn stated_of(edition: &Edition, claims: &[CoverageClaim], wanted: &[Option<Vec<CompetitionId>>]) -> Coverage {
    let mut stated = Coverage::default();
    let mut exactness = vec![0_u8; Table::ALL.len()];
    for (claim, competitions) in claims.iter().zip(wanted) {
        let of_competition = competitions.as_ref().is_none_or(|ids| ids.contains(&edition.competition));
        let of_edition = claim.edition.as_ref().is_none_or(|label| *label == edition.label);
        let exact = 1 + u8::from(competitions.is_some()) + u8::from(claim.edition.is_some());
        if let Some(known) = exactness.get_mut(claim.table.index())
            && of_competition
            && of_edition
            && exact >= *known
        {
            *known = exact;
            stated.set(claim.table, claim.extent);
        }
    }
    stated
}
