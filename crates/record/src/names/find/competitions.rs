//! Which competition is meant.

use super::context::Scene;
use super::error::{Candidate, Entity, Found, How, NameError, NameErrorKind, What};
use super::lexicon::Lexicon;
use super::teams::{is_capitals, sex_word, without_possessive};
use super::{Context, Names};
use crate::{Competition, CompetitionId, Sex, fold};

/// Spellings of competitions.
#[derive(Debug)]
pub(super) struct CompetitionIndex {
    pub(super) lexicon: Lexicon<(CompetitionId, How)>,
}

fn spellings(competition: &Competition) -> impl Iterator<Item = (&str, How)> {
    let name = std::iter::once((&*competition.name, How::Name));
    let others = competition.other_names.iter().map(|name| (&**name, How::OtherName));
    name.chain(others)
        .map(|(name, how)| if is_capitals(name) { (name, How::Code) } else { (name, how) })
        .chain(std::iter::once((&*competition.key, How::OtherName)))
}

impl Names<'_> {
    pub(super) fn competition_index(&self) -> &CompetitionIndex {
        self.competitions.get_or_init(|| {
            let spelled =
                self.record.competitions.iter().flat_map(|competition| {
                    spellings(competition).map(|(name, how)| (fold(name), (competition.id, how)))
                });
            CompetitionIndex { lexicon: Lexicon::new(spelled) }
        })
    }

    /// The competition a text names: by name, key, official or older name, in the singular or plural.
    ///
    /// # Errors
    /// If no competition is so called.
    pub fn competition(&self, text: &str, context: &Context) -> Result<Found<CompetitionId>, NameError> {
        let scene = self.scene(context);
        self.competition_of(&fold(without_possessive(text.trim())), &scene).ok_or_else(|| NameError {
            what: What::Competition,
            text: text.trim().to_owned(),
            kind: NameErrorKind::Unknown,
            candidates: self.nearest_competitions(text, &scene),
        })
    }

    /// The competition of a folded text.
    pub(super) fn competition_of(&self, folded: &str, scene: &Scene<'_>) -> Option<Found<CompetitionId>> {
        let mut rest = folded;
        let mut stated = None;
        // Each step takes a word away; names have few.
        for _ in 0..8 {
            if let Some(found) = self.competition_called(rest, stated, scene) {
                return Some(found);
            }
            let (Some((first, after)), Some((before, last))) = (rest.split_once(' '), rest.rsplit_once(' ')) else {
                break;
            };
            if first == "the" {
                rest = after;
            } else if matches!(last, "finals" | "tournament" | "tournaments") {
                rest = before;
            } else if let Some(sex) = sex_word(first) {
                (rest, stated) = (after, Some(sex));
            } else if let Some(sex) = sex_word(last) {
                (rest, stated) = (before, Some(sex));
            } else {
                break;
            }
        }
        let joined = folded.replace(' ', "");
        let mut unspaced = self.competition_index().lexicon.spellings().filter(|(spelling, _)| {
            spelling.contains(' ') && spelling.bytes().filter(|&byte| byte != b' ').eq(joined.bytes())
        });
        let hits: Vec<_> = unspaced.by_ref().map(|(_, meaning)| meaning).collect();
        self.of_sex(&hits, None, scene)
    }

    /// The competition called just so, or so in the singular.
    pub(super) fn competition_called(
        &self,
        folded: &str,
        stated: Option<Sex>,
        scene: &Scene<'_>,
    ) -> Option<Found<CompetitionId>> {
        let lexicon = &self.competition_index().lexicon;
        let singular = folded.strip_suffix('s').filter(|word| word.chars().count() > 2);
        [Some(folded), singular].into_iter().flatten().find_map(|spelling| {
            let hits: Vec<_> = lexicon.find(spelling).map(|(meaning, _)| meaning).collect();
            self.of_sex(&hits, stated, scene)
        })
    }

    /// Of competitions of one name, that of the sex stated, else of the scene, else whichever there is.
    pub(super) fn of_sex(
        &self,
        hits: &[(CompetitionId, How)],
        stated: Option<Sex>,
        scene: &Scene<'_>,
    ) -> Option<Found<CompetitionId>> {
        let of = |sex: Sex| hits.iter().find(|(id, _)| self.record.competition(*id).sex == sex);
        let hit = match stated {
            Some(sex) => of(sex),
            None => of(scene.sex).or_else(|| hits.first()),
        };
        hit.map(|&(id, how)| Found { id, how })
    }

    pub(super) fn nearest_competitions(&self, text: &str, scene: &Scene<'_>) -> Vec<Candidate> {
        let competitions = self.record.competitions.iter().filter(|competition| competition.sex == scene.sex);
        let spelled = competitions.flat_map(|competition| {
            spellings(competition).filter(|(_, how)| *how != How::Code).map(|(name, _)| (name, &*competition.name))
        });
        crate::names::similar::nearest(text, spelled, 4)
            .into_iter()
            .filter_map(|name| {
                self.record.competitions.iter().find(|known| known.sex == scene.sex && &*known.name == name)
            })
            .map(|known| Candidate {
                name: known.name.to_string(),
                detail: String::new(),
                id: Entity::Competition(known.id),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::record;
    use super::*;

    #[test]
    fn competitions_go_by_many_names() {
        let record = record();
        let names = Names::new(&record);
        let women = Context { sex: Some(Sex::Women), ..Context::default() };
        for (written, context, key) in [
            ("World Cup", Context::default(), "world-cup"),
            ("the World Cup finals", Context::default(), "world-cup"),
            ("world cups", Context::default(), "world-cup"),
            ("worldcup", Context::default(), "world-cup"),
            ("wc", Context::default(), "world-cup"),
            ("Coupe du Monde", Context::default(), "world-cup"),
            ("men's World Cup", Context::default(), "world-cup"),
            ("World Cup", women.clone(), "womens-world-cup"),
            ("Women’s World Cup", Context::default(), "womens-world-cup"),
            ("world cup women", Context::default(), "womens-world-cup"),
            ("WAFCON", Context::default(), "womens-african-cup-of-nations"),
            ("the Euros", Context::default(), "european-championship"),
            ("European Championships", Context::default(), "european-championship"),
            ("European Nations Cup", Context::default(), "european-championship"),
            ("Afcon", Context::default(), "african-cup-of-nations"),
            ("Copa America", Context::default(), "copa-america"),
            ("world-cup-qualification", Context::default(), "world-cup-qualification"),
            ("friendlies", Context::default(), "friendly"),
            ("Gold Cup", women, "gold-cup"),
            ("UEFA Cup", Context::default(), "europa-league"),
        ] {
            let found = names.competition(written, &context).map(|found| &*record.competition(found.id).key);
            assert_eq!(found, Ok(key), "{written}");
        }
    }

    #[test]
    fn an_unknown_competition_has_neighbours() {
        let record = record();
        let names = Names::new(&record);
        let error = names.competition("Wrold Cup", &Context::default()).unwrap_err();
        assert_eq!(
            error.to_string().split_once(',').unwrap().0,
            "no competition is called `Wrold Cup`; nearest: World Cup"
        );
        assert!(names.competition("women's Rous Cup", &Context::default()).is_err());
        assert!(names.competition("", &Context::default()).is_err());
    }
}
