//! A clause put in order: question words, auxiliaries and negation taken off, adjuncts lifted out, and what remains
//! a subject, a verb and its objects in the order of a plain statement.

use crate::ask::Scope;
use crate::{Sex, TeamId};

use super::lexicon::{Class, Lex};
use super::names::{NameSource, Named};
use super::nodes::{Kind, Node, is_noun_phrase, precedes_noun};
use super::tokens::Span;

/// Where in a clause the question word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// "Who beat England?"
    Subject,
    /// "Who did England beat?"
    Object,
}

/// A clause, and what a frame has used of it so far.
pub(super) struct Clause<'n> {
    pub(super) nodes: Vec<Node>,
    used: Vec<bool>,
    pub(super) names: &'n dyn NameSource,
    pub(super) sex: Sex,
    /// The lemma of the question word.
    pub(super) question: Option<&'static str>,
    pub(super) gap: Gap,
    /// Asked with a question mark, or beginning like a question.
    pub(super) asks: bool,
    pub(super) denied: bool,
    pub(super) never: bool,
    pub(super) ever: bool,
    pub(super) passive: bool,
    pub(super) copula: bool,
    pub(super) perfect: bool,
    /// "is", "are", "do", "does"
    pub(super) present: bool,
    /// "did", "does"
    pub(super) supported: bool,
    pub(super) future: bool,
    /// "could"
    pub(super) possible: bool,
    /// Set by a frame: what is counted beside the scope phrases.
    pub(super) scope: Scope,
    /// Set by a frame: what it had to suppose.
    pub(super) supposed: Vec<(Span, String)>,
    /// Set by a frame whose reading holds the negation already ("have not lost in 13 matches").
    pub(super) denied_is_said: bool,
    /// Set by a frame that counts the stage itself, so that it is not where it is counted.
    pub(super) stage_is_counted: bool,
    /// Set by a frame that took two teams together: the first of them.
    pub(super) paired: Option<TeamId>,
    pub(super) text: &'n str,
    /// A competition and a year that make no edition.
    pub(super) no_edition: Option<Span>,
    /// Names of several people or teams that a frame used.
    pub(super) ambiguous: Vec<(Span, Vec<Named>)>,
}

impl<'n> Clause<'n> {
    /// Puts the pieces in order.
    pub(super) fn new(mut pieces: Vec<Node>, asks: bool, names: &'n dyn NameSource, sex: Sex, text: &'n str) -> Self {
        choose_nouns(&mut pieces);
        let mut clause = Self {
            nodes: Vec::new(),
            used: Vec::new(),
            names,
            sex,
            question: None,
            gap: Gap::Subject,
            asks,
            denied: false,
            never: false,
            ever: false,
            passive: false,
            copula: false,
            perfect: false,
            present: false,
            supported: false,
            future: false,
            possible: false,
            scope: Scope::default(),
            supposed: Vec::new(),
            denied_is_said: false,
            stage_is_counted: false,
            paired: None,
            no_edition: None,
            text,
            ambiguous: Vec::new(),
        };
        clause.order(pieces);
        clause.reset();
        clause
    }

    fn order(&mut self, pieces: Vec<Node>) {
        let mut preposition = None;
        let mut determined = None;
        let mut first = true;
        let mut after_question = false;
        let mut be = false;
        let mut pieces = pieces.into_iter().peekable();
        while let Some(mut node) = pieces.next() {
            let Some(lex) = node.lex() else {
                match node.kind {
                    // Quotation marks and brackets stay: what is in them may not be the writer's own statement.
                    Kind::Mark(',' | '.' | '?' | '!' | ':' | ';' | '-') => continue,
                    Kind::Possessive => {
                        if after_question {
                            self.copula = true;
                            self.present = true;
                            be = true;
                        } else {
                            determined = Some("his");
                        }
                        after_question = false;
                        continue;
                    }
                    _ => {}
                }
                if first && is_noun_phrase(&node.kind) && self.question.is_none() && be {
                    self.asks = true;
                }
                if after_question && is_noun_phrase(&node.kind) {
                    self.gap = Gap::Object;
                }
                // A question word and its auxiliary are behind us once anything else is met.
                if !matches!(node.kind, Kind::Time(_) | Kind::Minutes(_)) {
                    after_question = false;
                }
                first = false;
                node.preposition = preposition.take();
                node.determined = std::mem::take(&mut determined);
                self.nodes.push(node);
                continue;
            };
            match lex.class {
                Class::Question if self.question.is_none() => {
                    self.question = Some(lex.lemma);
                    self.asks = true;
                    after_question = true;
                    if matches!(lex.lemma, "how many") {
                        after_question = false;
                    }
                    preposition = None;
                    first = false;
                }
                Class::Auxiliary => {
                    let form = self.text.get(node.span.clone()).unwrap_or_default().to_lowercase();
                    self.present |= matches!(form.as_str(), "is" | "are" | "do" | "does");
                    match lex.lemma {
                        "be" => {
                            self.copula = true;
                            be = true;
                        }
                        "have" => self.perfect = true,
                        _ => self.supported = true,
                    }
                    if first {
                        self.asks = true;
                    }
                    first = false;
                    // The auxiliary's place tells subject from object in "who did England beat".
                    let next_is_name = pieces.peek().is_some_and(|next| {
                        is_noun_phrase(&next.kind) || next.lex().is_some_and(|lex| lex.class == Class::Determiner)
                    });
                    after_question &= next_is_name;
                }
                Class::Modal => {
                    if lex.lemma == "will" {
                        self.future = true;
                    } else {
                        self.possible = true;
                    }
                    first = false;
                }
                Class::Negation if lex.lemma == "not" => self.denied = !self.denied,
                Class::Negation if lex.lemma == "never" => self.never = true,
                Class::Determiner => determined = Some(lex.lemma),
                Class::Filler => {}
                Class::Preposition => {
                    // One that nothing follows stays as a word of its own.
                    let stranded = pieces.peek().is_none_or(|next| match &next.kind {
                        Kind::Mark(_) | Kind::Time(_) | Kind::Minutes(_) | Kind::Point(_) | Kind::Since(..) => true,
                        Kind::Lex(lex) => {
                            !matches!(
                                lex.class,
                                Class::Determiner
                                    | Class::Noun
                                    | Class::Question
                                    | Class::Other
                                    | Class::Selector
                                    | Class::Gerund
                                    | Class::Filler
                            ) && (lex.class != Class::Preposition)
                        }
                        _ => false,
                    });
                    if stranded
                        || lex.lemma == "to"
                            && pieces
                                .peek()
                                .is_some_and(|next| next.lex().is_some_and(|lex| lex.class == Class::Auxiliary))
                    {
                        self.nodes.push(node);
                    } else {
                        preposition = Some(lex.lemma);
                    }
                    continue;
                }
                _ => {
                    if lex.lemma == "ever" {
                        self.ever = true;
                        continue;
                    }
                    if be && matches!(lex.class, Class::Participle | Class::Past) {
                        self.passive = true;
                    }
                    after_question = false;
                    first = false;
                    node.preposition = preposition.take();
                    node.determined = std::mem::take(&mut determined);
                    self.nodes.push(node);
                }
            }
        }
    }

    /// Forgets what a frame used.
    pub(super) fn reset(&mut self) {
        self.used.clear();
        self.used.resize(self.nodes.len(), false);
        self.scope = Scope { sex: self.sex, ..Scope::default() };
        self.supposed.clear();
        self.ambiguous.clear();
        self.denied_is_said = false;
        self.stage_is_counted = false;
        self.paired = None;
    }

    fn is_used(&self, index: usize) -> bool {
        self.used.get(index).copied().unwrap_or(true)
    }

    pub(super) fn mark(&mut self, index: usize) {
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
    }

    /// Settles whom an ambiguous name means.
    pub(super) fn choose(&mut self, name: &Span, one: Named) {
        for node in self.nodes.iter_mut().filter(|node| node.span == *name) {
            match one {
                Named::Team(id) => node.kind = Kind::Team(vec![id]),
                Named::Person(id) => node.kind = Kind::Person(vec![id]),
                Named::Competition(_) | Named::Edition(_) => {}
            }
        }
    }

    /// What no frame may leave over.
    pub(super) fn leftover(&self) -> Vec<&Node> {
        self.nodes
            .iter()
            .enumerate()
            .filter(|&(index, node)| !self.is_used(index) && !matches!(node.kind, Kind::Scope(_)))
            .map(|(_, node)| node)
            .collect()
    }

    pub(super) fn unused(&self) -> impl Iterator<Item = (usize, &Node)> {
        self.nodes.iter().enumerate().filter(|&(index, _)| !self.is_used(index))
    }

    /// The first unused piece for which `wanted` holds.
    pub(super) fn find(&self, wanted: impl Fn(usize, &Node) -> bool) -> Option<usize> {
        self.unused().find(|&(index, node)| wanted(index, node)).map(|(index, _)| index)
    }

    /// The scope phrases, applied.
    pub(super) fn finish_scope(&self) -> Scope {
        let mut scope = self.scope.clone();
        for node in &self.nodes {
            if let Kind::Scope(phrase) = node.kind {
                phrase.apply(&mut scope);
            }
        }
        scope
    }

    /// Whether the clause asks for a person or a team that does something.
    pub(super) fn asks_who(&self) -> bool {
        matches!(self.question, Some("who" | "which team" | "which player" | "which manager"))
    }
}

/// Decides which of the words that are verb and noun are nouns.
fn choose_nouns(pieces: &mut [Node]) {
    let mut before: Option<Node> = None;
    let mut be = false;
    for node in pieces.iter_mut() {
        if let Kind::Lex(lex) = node.kind {
            let noun = before.as_ref().is_some_and(precedes_noun) || lex.lemma == "host" && be;
            if lex.also_noun && noun {
                node.kind = Kind::Lex(Lex { class: Class::Noun, ..lex });
            }
            be |= lex.lemma == "be";
            if matches!(lex.class, Class::Filler) {
                continue;
            }
        }
        before = Some(node.clone());
    }
}
