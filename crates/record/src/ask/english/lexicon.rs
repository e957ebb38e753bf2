//! The words the reader knows, by what they do in a clause.
//!
//! Every word of a statement must be known here or be part of a name, a number, a time or a clock phrase: what is
//! not known is reported, never skipped.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::tokens::Token;

/// What a word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// A verb in a form that cannot be a participle: "beat", "won" is [`Class::Past`].
    Finite,
    /// A verb in a form that is past tense and participle: "won".
    Past,
    /// A participle only: "beaten".
    Participle,
    /// "winning".
    Gerund,
    /// A noun.
    Noun,
    /// "be", "have", "do".
    Auxiliary,
    /// "will", "could": the lemma says which.
    Modal,
    /// A question word.
    Question,
    /// A preposition.
    Preposition,
    /// "the", "a", "their".
    Determiner,
    /// "not", "never", "no".
    Negation,
    /// Something that turns a statement into no fact: "nearly", "chance", "disallowed".
    Hedge,
    /// A word that says which: "first", "last", "most", "longest".
    Selector,
    /// A word that adds nothing checkable.
    Filler,
    /// Anything else we know by name.
    Other,
}

/// A known word or phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lex {
    /// The form everything is looked up by.
    pub lemma: &'static str,
    /// What it does.
    pub class: Class,
    /// Whether the form is also the noun of the same lemma ("win", "draw").
    pub also_noun: bool,
}

/// Lemma; forms that are no participle; past forms that are participles too; participles; gerunds. Phrases are
/// separated by commas.
const VERBS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "beat",
        "beat,beats,overcame,thrash,thrashes,saw off,see off,sees off,knocks off",
        "defeated,thrashed,stunned,edged,hammered,crushed,outclassed,downed",
        "beaten,overcome,seen off",
        "beating,defeating,thrashing,overcoming",
    ),
    ("win", "win,wins", "won", "", "winning"),
    ("lose", "lose,loses", "lost", "", "losing"),
    ("draw", "draw,draws,drew,tie,ties", "tied", "drawn", "drawing,tying"),
    ("score", "score,scores,nets", "scored,netted,bagged,struck", "", "scoring,netting"),
    ("convert", "convert,converts", "converted,tucked away", "", "converting"),
    (
        "miss",
        "miss,misses,fail to score,fail to convert",
        "missed,failed to score,failed to convert,failed with,squandered,fluffed",
        "",
        "missing",
    ),
    ("put", "put,puts,sent,hit,hits,fired,blasted,blazed,went", "", "", "putting,sending"),
    ("sky", "", "skied,ballooned", "", ""),
    ("save", "save,saves", "saved,kept out", "", "saving"),
    ("take", "take,takes,took", "", "taken", "taking"),
    ("give", "give,gives,gave,award", "awarded", "given", "giving"),
    (
        "send off",
        "send off,sends off",
        "sent off,dismissed,red carded,ordered off,shown a red card,shown the red card",
        "",
        "sending off",
    ),
    (
        "see red",
        "see red,sees red,saw red,got a red card,received a red card,was given a red card",
        "",
        "",
        "seeing red",
    ),
    (
        "send off twice yellow",
        "",
        "shown a second yellow card,sent off for two yellow cards,sent off for a second yellow card,sent off for two bookings,sent off for a second bookable offence,shown a second yellow",
        "",
        "",
    ),
    (
        "send off straight",
        "",
        "shown a straight red card,shown a straight red,sent off with a straight red card,sent off with a straight red",
        "",
        "",
    ),
    ("book", "", "booked,cautioned,yellow carded,shown a yellow card,shown the yellow card", "", ""),
    (
        "get booked",
        "got booked,got a yellow card,received a yellow card,picked up a yellow card,picked up a booking",
        "",
        "",
        "",
    ),
    ("get sent off", "got sent off,get sent off,gets sent off", "", "", ""),
    ("top", "top,tops", "topped,headed", "", "topping"),
    ("finish", "finish,finishes,end,ends,end up,ends up", "finished,ended,ended up,placed", "", "finishing"),
    (
        "reach",
        "reach,reaches,make,make it to,get to,gets to,advance to,progress to,go through to,goes through to,qualify for,make it into,got into,get into,went through to",
        "reached,made,made it to,got to,advanced to,progressed to,qualified for,made it into",
        "gone through to",
        "reaching,making it to,getting to,qualifying for",
    ),
    (
        "fail to reach",
        "fail to reach,fails to reach,miss out on",
        "failed to reach,missed out on",
        "",
        "failing to reach",
    ),
    ("fail to qualify", "fail to qualify for", "failed to qualify for", "", "failing to qualify for"),
    (
        "go out",
        "go out,goes out,went out,crash out,bow out,exit,get knocked out,got knocked out",
        "crashed out,bowed out,exited",
        "gone out",
        "going out,crashing out",
    ),
    ("go through", "go through,goes through,went through,advance,progress", "advanced,progressed", "gone through", ""),
    (
        "knock out",
        "knock out,eliminate,knocks out,eliminates",
        "knocked,knocked out,eliminated,dumped out,put out",
        "",
        "knocking out,eliminating",
    ),
    ("host", "host,hosts,stage,stages", "hosted,staged", "", "hosting,staging"),
    ("hold", "hold,holds", "held", "", "holding"),
    (
        "retain",
        "retain,retains,successfully defend,defend,keep hold of",
        "retained,defended,successfully defended",
        "",
        "retaining,defending",
    ),
    ("play", "play,plays", "played", "", "playing"),
    ("meet", "meet,meets", "met", "", ""),
    (
        "face",
        "face,faces,take on,takes on,play against,plays against",
        "faced,took on,played against",
        "taken on",
        "facing,taking on",
    ),
    ("manage", "manage,manages,coaches", "managed,coached", "", "managing,coaching"),
    ("referee", "referees,officiates", "refereed,officiated,took charge of", "", ""),
    ("captain", "captains,skippers", "captained,skippered", "", ""),
    ("keep goal", "kept goal,keeps goal,keep goal", "", "", ""),
    ("come", "come,comes,came", "", "", "coming"),
    ("arrive", "arrives", "arrived", "", ""),
    (
        "open the scoring",
        "open the scoring,opens the scoring,get the first goal,got the first goal",
        "opened the scoring,broke the deadlock,put them ahead",
        "",
        "opening the scoring",
    ),
    (
        "equalise",
        "equalise,equalises,equalize,equalizes",
        "equalised,equalized,levelled,leveled",
        "",
        "equalising,equalizing",
    ),
    ("concede", "concede,concedes,let in,lets in", "conceded", "", "conceding"),
    ("keep", "keep,keeps", "kept", "", "keeping"),
    ("go", "go,goes", "", "gone", "going"),
    ("become", "become,becomes,became", "", "", "becoming"),
    (
        "take part",
        "take part in,takes part in,took part in,compete in,compete at,appear at,appear in",
        "competed in,competed at,appeared at,appeared in,featured at",
        "taken part in",
        "taking part in",
    ),
    ("get", "get,gets,got,receive,receives,pick up,picked up", "received", "", ""),
    ("lead", "lead,leads", "led", "", "leading"),
    ("trail", "trail,trails", "trailed", "", "trailing"),
    ("attend", "attend,attends,watch", "attended,watched", "", ""),
    ("come from behind", "come from behind,came from behind", "", "", "coming from behind"),
    ("happen", "take place,takes place,took place,kick off,kicks off,happen", "kicked off,happened", "taken place", ""),
];

/// Lemma; forms.
const NOUNS: &[(&str, &str)] = &[
    ("goal", "goal,goals,strike,strikes"),
    ("penalty", "penalty,penalties,penalty kick,penalty kicks,pen,pens,spot kick,spot kicks"),
    ("own goal", "own goal,own goals"),
    ("hat trick", "hat trick,hat tricks,hattrick,hattricks,treble"),
    ("brace", "brace"),
    ("opener", "opener,opening goal,first goal of the game,first goal of the match"),
    ("equaliser", "equaliser,equalizer,equalisers,levelling goal,leveller"),
    ("winner", "winner,winners,winning goal"),
    ("scorer", "scorer,scorers,goalscorer,goalscorers,goal scorer,goal scorers"),
    (
        "top scorer",
        "top scorer,top goalscorer,leading scorer,record scorer,record goalscorer,leading goalscorer,all time top scorer,all time leading scorer",
    ),
    ("score line", "scoreline,result,final score,full time score"),
    ("half-time score", "half time score,halftime score"),
    (
        "shoot-out",
        "shoot out,shoot outs,shootout,shootouts,penalty shoot out,penalty shoot outs,penalty shootout,penalty shootouts",
    ),
    ("kick", "kick,kicks"),
    ("red card", "red card,red cards,sending off,sendings off,dismissal,dismissals"),
    ("yellow card", "yellow card,yellow cards,booking,bookings,caution,cautions"),
    ("match", "match,matches,game,games,fixture,fixtures,clash,encounter,international,internationals"),
    ("meeting", "meeting,meetings"),
    ("win", "victory,victories,triumph"),
    ("loss", "defeat,defeats,loss,losses"),
    ("title", "title,titles,trophy,crown"),
    ("run", "run,runs,streak,streaks,sequence"),
    ("clean sheet", "clean sheet,clean sheets,shut out,shut outs"),
    ("team", "team,teams,side,sides,nation,nations,country,countries"),
    ("player", "player,players,man,men,footballer,person,woman"),
    ("champion", "champion,champions"),
    ("world champion", "world champion,world champions"),
    ("runner-up", "runner up,runners up,losing finalist,losing finalists,beaten finalists"),
    (
        "world holder",
        "reigning world champion,reigning world champions,defending world champions,current world champions,world cup holders",
    ),
    (
        "holder",
        "holder,holders,defending champion,defending champions,reigning champion,reigning champions,title holders,cup holders,current champions,current holders",
    ),
    ("manager", "manager,managers,coach,boss,head coach,in charge of,in charge"),
    ("captain", "captain,captains,skipper"),
    ("keeper", "goalkeeper,goalkeepers,keeper,keepers,goalie,in goal,between the posts,goalkeeper for,in goal for"),
    ("referee", "referee,ref,man in the middle"),
    ("attendance", "attendance,crowd"),
    ("venue", "venue,stadium,ground"),
    ("opponent", "opponent,opponents"),
    ("head to head", "head to head,head to heads,head to head record,h2h,head to head history"),
    ("record", "record,records"),
    ("times", "times,time,occasion,occasions"),
    ("cap", "cap,caps,appearance,appearances"),
    ("place", "place,position"),
    ("unbeaten", "unbeaten,undefeated"),
    ("winless", "winless"),
    ("without a win", "without a win,without winning,without victory"),
    ("without defeat", "without defeat,without losing,without a defeat"),
    ("without conceding", "without conceding,without conceding a goal"),
    ("without scoring", "without scoring,without a goal,goalless"),
    ("host", "host nation,hosts"),
    ("minute", "minute"),
    ("year", "year"),
    ("date", "date"),
];

/// Lemma; forms; class.
const OTHERS: &[(&str, &str, Class)] = &[
    ("be", "be,is,are,was,were,been,being,am", Class::Auxiliary),
    ("have", "have,has,had,having", Class::Auxiliary),
    ("do", "do,does,did", Class::Auxiliary),
    ("will", "will,shall", Class::Modal),
    ("could", "could,can,may,might,would", Class::Modal),
    ("who", "who,whom", Class::Question),
    (
        "which team",
        "which team,which side,which country,which nation,which teams,what team,what country,which national team,which sides,which countries,which nations",
        Class::Question,
    ),
    (
        "which player",
        "which player,which players,what player,which man,which footballer,which goalscorer",
        Class::Question,
    ),
    ("which manager", "which manager,which coach", Class::Question),
    (
        "when",
        "when,what year,which year,in what year,in which year,on what date,on which date,what date,what day,on which day,on what day,which day",
        Class::Question,
    ),
    (
        "where",
        "where,in which city,in what city,in which stadium,in what stadium,which stadium,what stadium,at which stadium,which city,in which country,at which ground,in which town",
        Class::Question,
    ),
    ("how often", "how many times,how often,on how many occasions", Class::Question),
    ("how many", "how many", Class::Question),
    ("how far", "how far", Class::Question),
    (
        "which stage",
        "at which stage,at what stage,which stage,what stage,in which round,which round,in what round",
        Class::Question,
    ),
    ("which minute", "in which minute,in what minute,which minute,what minute,at what minute", Class::Question),
    ("how long", "how long", Class::Question),
    ("how old", "how old", Class::Question),
    ("what", "what", Class::Question),
    ("which", "which", Class::Question),
    ("how", "how", Class::Question),
    ("against", "against,v,vs,versus", Class::Preposition),
    ("to", "to", Class::Preposition),
    ("by", "by", Class::Preposition),
    ("over", "over", Class::Preposition),
    ("with", "with", Class::Preposition),
    ("of", "of", Class::Preposition),
    ("in", "in,at,during,inside,within,into,on", Class::Preposition),
    ("for", "for", Class::Preposition),
    ("from", "from", Class::Preposition),
    ("between", "between", Class::Preposition),
    ("as", "as", Class::Preposition),
    ("than", "than", Class::Preposition),
    ("the", "the", Class::Determiner),
    ("a", "a,an", Class::Determiner),
    ("his", "his,her,their,its", Class::Determiner),
    ("not", "not,failed to,fail to,fails to", Class::Negation),
    ("never", "never", Class::Negation),
    ("nobody", "no team,no side,no nation,no country,nobody,no one,no player,no other team,no man", Class::Negation),
    ("no", "no", Class::Negation),
    (
        "anybody",
        "any team,any side,any nation,any country,anybody,anyone,any player,a team,a player,a side",
        Class::Other,
    ),
    ("any", "any", Class::Other),
    ("out", "out", Class::Other),
    ("ahead", "up,ahead,in front", Class::Other),
    ("behind", "down,behind", Class::Other),
    ("ever", "ever", Class::Other),
    ("first", "first", Class::Selector),
    ("last", "last,most recently,most recent,latest", Class::Selector),
    ("only", "only,sole", Class::Selector),
    ("next", "next", Class::Selector),
    ("for the first time", "for the first time", Class::Selector),
    ("for the last time", "for the last time", Class::Selector),
    ("the last time", "the last time,last time", Class::Selector),
    ("the first time", "the first time,first time", Class::Selector),
    ("most", "most,the most", Class::Selector),
    ("longest", "longest", Class::Selector),
    ("current", "current,currently", Class::Selector),
    ("youngest", "youngest", Class::Selector),
    ("oldest", "oldest", Class::Selector),
    ("biggest", "biggest,largest,heaviest,record", Class::Selector),
    ("fastest", "fastest,quickest,earliest", Class::Selector),
    ("latest goal", "latest goal,latest ever goal", Class::Noun),
    ("highest", "highest,biggest ever,record", Class::Selector),
    (
        "in a row",
        "in a row,in succession,on the trot,consecutive,straight,successive,consecutively,running,back to back",
        Class::Other,
    ),
    ("and", "and", Class::Other),
    ("or", "or", Class::Other),
    ("drawn apart", "level", Class::Hedge),
    (
        "off target",
        "over the bar,over the crossbar,off target,wide,against the post,against the bar,against the crossbar,against the woodwork,over",
        Class::Other,
    ),
    ("from the spot", "from the spot,from the penalty spot,from a penalty,with a penalty,from 12 yards", Class::Other),
    ("counting", "counting,including", Class::Other),
    ("not counting", "not counting,excluding,without counting", Class::Other),
    ("at once", "as hosts,at home as hosts,on home soil as hosts", Class::Other),
    ("minutes word", "minutes", Class::Other),
    ("age", "aged,at the age of", Class::Other),
    ("years old", "years old,year old", Class::Other),
    (
        "nearly",
        "nearly,almost,narrowly,about to,close to,threatened to,tried to,hoped to,hope to,hopes to,wanted to,expected to,attempted to,so nearly",
        Class::Hedge,
    ),
    ("chance", "chance,chances,chance to,opportunity,hopes,hope,bid to", Class::Hedge),
    ("should", "should,must,ought", Class::Hedge),
    ("disallowed", "disallowed,ruled out,chalked off,offside,cancelled out,overturned,wrongly", Class::Hedge),
    ("if", "if,unless,whether,had it not,but for", Class::Hedge),
    ("reportedly", "reportedly,allegedly,supposedly,apparently,perhaps,maybe,probably,possibly", Class::Hedge),
    ("twice over", "more than,at least,at most,fewer than,less than,over the,up to,around,about", Class::Hedge),
    (
        "filler",
        "ever since the start,all time,of all time,that,so,there,also,then,duly,famously,it,please,tell me,do you know,full,old,exactly,actually,really,overall,in total,in all,on the day,in history,history,tournament,tournaments,well,back,still,in their history,national,national team,national side,'s team,both,just,did it happen that,is it true that,football,soccer,total",
        Class::Filler,
    ),
];

type Table = BTreeMap<&'static str, Vec<(Vec<&'static str>, Lex)>>;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    let mut add = |forms: &'static str, lemma: &'static str, class: Class, also_noun: bool| {
        for form in forms.split(',').filter(|form| !form.is_empty()) {
            let words: Vec<&'static str> = form.split(' ').collect();
            let Some(&first) = words.first() else { continue };
            table.entry(first).or_default().push((words, Lex { lemma, class, also_noun }));
        }
    };
    for &(lemma, finite, past, participle, gerund) in VERBS {
        let also = matches!(lemma, "win" | "draw" | "score" | "miss" | "save" | "host" | "captain" | "referee");
        add(finite, lemma, Class::Finite, also);
        add(past, lemma, Class::Past, false);
        add(participle, lemma, Class::Participle, false);
        add(gerund, lemma, Class::Gerund, false);
    }
    for &(lemma, forms) in NOUNS {
        add(forms, lemma, Class::Noun, false);
    }
    for &(lemma, forms, class) in OTHERS {
        add(forms, lemma, class, false);
    }
    for list in table.values_mut() {
        // Longest first, and in the order written among equals.
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    table
});

/// The longest known word or phrase at `at`, with how many tokens it takes.
#[must_use]
pub fn lex_at(tokens: &[Token], at: usize) -> Option<(Lex, usize)> {
    let first = tokens.get(at)?;
    let list = TABLE.get(&*first.word)?;
    list.iter()
        .find(|(words, _)| {
            words.iter().zip(at..).all(|(word, index)| tokens.get(index).is_some_and(|token| token.is(word)))
        })
        .map(|(words, lex)| (*lex, words.len()))
}

/// A confederation by its continent.
#[must_use]
pub fn confederation_at(tokens: &[Token], at: usize) -> Option<(&'static str, usize)> {
    const LIST: [(&str, &str); 15] = [
        ("south american", "CONMEBOL"),
        ("north american", "CONCACAF"),
        ("central american", "CONCACAF"),
        ("non european", ""),
        ("african", "CAF"),
        ("european", "UEFA"),
        ("asian", "AFC"),
        ("oceanian", "OFC"),
        ("uefa", "UEFA"),
        ("conmebol", "CONMEBOL"),
        ("concacaf", "CONCACAF"),
        ("caf", "CAF"),
        ("afc", "AFC"),
        ("ofc", "OFC"),
        ("oceania", "OFC"),
    ];
    LIST.iter().find_map(|&(words, key)| {
        let end = super::minutes::follows(tokens, at, words)?;
        (!key.is_empty()).then_some((key, end.saturating_sub(at)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::english::tokens::tokens;

    #[test]
    fn the_longest_phrase_wins() {
        let list = tokens("penalty shoot-out", 10).unwrap();
        assert_eq!(lex_at(&list, 0).map(|(lex, length)| (lex.lemma, length)), Some(("shoot-out", 3)));
        let list = tokens("was sent off", 10).unwrap();
        assert_eq!(lex_at(&list, 1).map(|(lex, length)| (lex.lemma, length)), Some(("send off", 2)));
    }

    #[test]
    fn no_form_is_listed_twice_for_one_class() {
        for (first, list) in TABLE.iter() {
            for (index, (words, lex)) in list.iter().enumerate() {
                let again = list.iter().skip(index + 1).find(|(other, _)| other == words);
                // "host" and "hosts" are verb and noun; the clause decides.
                let fine = again.is_none_or(|(_, other)| {
                    other.lemma == lex.lemma || lex.class != other.class || first == &"record"
                });
                assert!(fine, "{words:?} twice: {lex:?} and {again:?}");
            }
        }
    }
}
